/// Bytes as letters and digits that people can type (RFC 4648, 6), without padding.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int((bits >> count) & 31)])
            }
        }
        if count > 0 { text.append(alphabet[Int((bits << (5 - count)) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether a text has no other characters than these.
    static func isText(_ text: String) -> Bool { text.utf8.allSatisfy(alphabet.contains) }
}
