import Foundation

/// Reads the test vectors that lie beside these tests.
enum Vectors {
    static func read<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
        let file = Bundle.module.url(forResource: "Vectors/\(name)", withExtension: "json")
        return try JSONDecoder().decode(type, from: Data(contentsOf: file!))
    }
}

/// A file of Project Wycheproof.
struct Wycheproof<Group: Decodable>: Decodable {
    let numberOfTests: Int
    let testGroups: [Group]
}

/// Bytes from hexadecimal digits.
func bytes(hex: String) -> [UInt8] {
    let digits = hex.utf8.map { UInt8(Character(Unicode.Scalar($0)).hexDigitValue!) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
