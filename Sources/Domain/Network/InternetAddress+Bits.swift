extension InternetAddress {
    /// The bits of an address. One of version 4, also inside version 6 (RFC 4291, 2.5.5.2), has 32.
    struct Bits: Hashable, Sendable {
        let isVersion4: Bool
        let number: UInt128

        var width: Int { isVersion4 ? 32 : 128 }

        /// The bits but the first so many set to zero.
        func prefix(_ length: Int) -> Bits {
            let dropped = max(0, width - length)
            return Bits(isVersion4: isVersion4, number: dropped >= 128 ? 0 : (number >> dropped) << dropped)
        }

        fileprivate var unmapped: Bits {
            guard !isVersion4, number >> 32 == 0xFFFF else { return self }
            return Bits(isVersion4: true, number: number & 0xFFFF_FFFF)
        }
    }

    /// - Returns: `nil` for text that is no address.
    static func bits(_ text: Substring) -> Bits? {
        if isVersion4(text) { return Bits(isVersion4: true, number: UInt128(version4(text))) }
        return isVersion6(text) ? version6(text).unmapped : nil
    }

    private static func version4(_ text: Substring) -> UInt32 {
        text.split(separator: ".").reduce(0) { $0 << 8 | (UInt32($1) ?? 0) }
    }

    private static func version6(_ text: Substring) -> Bits {
        let halves = text.firstRange(of: "::").map { [text[..<$0.lowerBound], text[$0.upperBound...]] } ?? [text]
        let head = groups(halves[0])
        let tail = halves.count > 1 ? groups(halves[1]) : []
        let zeros = [UInt16](repeating: 0, count: max(0, 8 - head.count - tail.count))
        let number = (head + zeros + tail).reduce(0 as UInt128) { $0 << 16 | UInt128($1) }
        return Bits(isVersion4: false, number: number)
    }

    private static func groups(_ text: Substring) -> [UInt16] {
        text.split(separator: ":").flatMap { part -> [UInt16] in
            guard isVersion4(part) else { return [UInt16(part, radix: 16) ?? 0] }
            let bits = version4(part)
            return [UInt16(bits >> 16), UInt16(bits & 0xFFFF)]
        }
    }
}
