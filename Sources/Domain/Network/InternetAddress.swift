/// Addresses of the Internet protocols as text.
enum InternetAddress {
    /// Whether a text is an address of either version.
    static func isAddress(_ text: Substring) -> Bool { isVersion4(text) || isVersion6(text) }

    /// Four numbers up to 255 without leading zeros.
    static func isVersion4(_ text: Substring) -> Bool {
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4
            && numbers.allSatisfy { number in UInt8(number).map { String($0) == number } ?? false }
    }

    /// Eight groups of up to four hexadecimal digits; `::` once for one or more groups of zeros, and an address of
    /// version 4 in the place of the last two groups (RFC 4291, 2.2).
    static func isVersion6(_ text: Substring) -> Bool {
        guard text.utf8.count <= 39 else { return false }
        guard let gap = text.firstRange(of: "::") else { return groups(text, mayEndInVersion4: true) == 8 }
        let head = text[..<gap.lowerBound]
        let tail = text[gap.upperBound...]
        guard let before = head.isEmpty ? 0 : groups(head, mayEndInVersion4: false),
            let after = tail.isEmpty ? 0 : groups(tail, mayEndInVersion4: true)
        else { return false }
        return before + after < 8
    }

    /// How many groups a text consists of; `nil` if it does not.
    private static func groups(_ text: Substring, mayEndInVersion4: Bool) -> Int? {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var count = 0
        if mayEndInVersion4, let last = parts.last, isVersion4(last) {
            parts.removeLast()
            count = 2
        }
        let areGroups = parts.allSatisfy { part in
            (1...4).contains(part.utf8.count) && part.unicodeScalars.allSatisfy { $0.properties.isASCIIHexDigit }
        }
        return areGroups ? count + parts.count : nil
    }
}
