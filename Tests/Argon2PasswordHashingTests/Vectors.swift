import Foundation

/// Reads the test vectors that lie beside these tests.
enum Vectors {
    static func read<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
        let file = Bundle.module.url(forResource: "Vectors/\(name)", withExtension: "json")
        return try JSONDecoder().decode(type, from: Data(contentsOf: file!))
    }
}

struct Argon2Vectors: Decodable {
    let kat: KnownAnswer
    let encoded: [Encoded]

    struct KnownAnswer: Decodable {
        let version, m_kib, t, p: UInt32
        let password_hex, salt_hex, secret_hex, ad_hex, tag_hex: String
    }

    struct Encoded: Decodable {
        let password, encoded, hash_hex: String
    }
}

struct DjangoHashes: Decodable {
    let examples: [Example]

    struct Example: Decodable {
        let algorithm, password, encoded: String
        let wrong: String?
    }
}

/// Bytes from hexadecimal digits.
func bytes(hex: String) -> [UInt8] {
    let digits = hex.utf8.map { UInt8(Character(Unicode.Scalar($0)).hexDigitValue!) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
