import Domain
import HTTPTransport

/// The address of a page: a path of ours, and parameters. What is put into either is percent-encoded (RFC 3986, 2.1).
struct Address: Equatable, Sendable, ExpressibleByStringInterpolation {
    private(set) var path: String
    private(set) var parameters: [FormPair]

    init(stringLiteral value: StaticString) { self.init(path: value.description) }

    init(stringInterpolation: StringInterpolation) { self.init(path: stringInterpolation.text) }

    private init(path: String, _ parameters: [FormPair] = []) {
        self.path = path
        self.parameters = parameters
    }

    /// The page that somebody is at.
    init(of exchange: Exchange) { self.init(path: Address.encoded(exchange.path, sparing: "/"), exchange.query.pairs) }

    /// An address that came from outside: only pages of ours are taken, so that it leads nowhere else.
    ///
    /// - Returns: `nil` for anything that is not a path below `/admin/`.
    init?(next text: String) {
        let parts = text.prefix { $0 != "#" }.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first.map(String.init), path.hasPrefix("/admin/"), !path.contains("//"),
            !path.split(separator: "/").contains(where: { $0.allSatisfy { $0 == "." } }),
            path.utf8.allSatisfy({ Address.isPlain($0) || $0 == UInt8(ascii: "/") })
        else { return nil }
        let query = parts.dropFirst().first.map { Array($0.utf8) } ?? []
        guard let parameters = [FormPair](urlEncoded: query) else { return nil }
        self.init(path: path, parameters)
    }

    /// As it stands in a header or, escaped, in an attribute.
    var text: String { parameters.isEmpty ? path : path + "?" + Address.encoded(parameters) }

    /// Without parameters.
    var bare: Address { Address(path: path) }

    /// The same with another value for a parameter; `nil` leaves it out.
    func with(_ name: String, _ value: String?) -> Address {
        var others = parameters.filter { $0.name != name }
        if let value { others.append(FormPair(name, value)) }
        return Address(path: path, others)
    }

    /// The same with one more value for a parameter.
    func adding(_ name: String, _ value: String) -> Address {
        Address(path: path, parameters + [FormPair(name, value)])
    }

    /// What a parameter was sent with, the last one of this name; `nil` when that is nothing.
    subscript(name: String) -> String? {
        parameters.last { $0.name == name }.map(\.text).flatMap { $0.isEmpty ? nil : $0 }
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

        mutating func appendInterpolation<Kind>(_ id: ID<Kind>) { text += String(id.number) }

        mutating func appendInterpolation(_ segment: String) { text += Address.encoded(segment) }
    }

    /// Names and texts as forms send them.
    static func encoded(_ pairs: [FormPair]) -> String {
        pairs.map { encoded($0.name) + "=" + encoded($0.text, sparing: "/") }.joined(separator: "&")
    }

    private static func encoded(_ text: String, sparing spared: String = "") -> String {
        var encoded = ""
        for byte in text.utf8 {
            if isPlain(byte) || spared.utf8.contains(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    /// RFC 3986, 2.3.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }
}
