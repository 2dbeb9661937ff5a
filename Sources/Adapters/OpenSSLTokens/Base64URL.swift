/// Base64 with the alphabet for addresses and without padding (RFC 4648, 5; RFC 7515, 2).
enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let values = {
        var values = [UInt8?](repeating: nil, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    /// The characters for these bytes.
    static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var characters: [UInt8] = []
        characters.reserveCapacity((bytes.count * 4 + 2) / 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                characters.append(alphabet[Int(bits >> count & 63)])
            }
        }
        if count > 0 { characters.append(alphabet[Int(bits << (6 - count) & 63)]) }
        return characters
    }

    /// The bytes for these characters.
    ///
    /// - Returns: `nil` for anything that `encode` does not write: padding, white space, characters of other
    ///   alphabets, a length that no bytes have, bits left over that are not zero.
    static func decode(_ characters: some Collection<UInt8>) -> [UInt8]? {
        guard characters.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        for character in characters {
            guard let value = values[Int(character)] else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        guard bits & ((1 << count) - 1) == 0 else { return nil }
        return bytes
    }
}
