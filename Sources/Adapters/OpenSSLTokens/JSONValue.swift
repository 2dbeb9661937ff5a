/// A value of a JSON text (RFC 8259), as far as headers and claims need it.
enum JSONValue: Equatable {
    case null
    case boolean(Bool)
    /// A number without fraction and exponent that fits 64 bits.
    case integer(Int64)
    /// Any other number; none is asked for.
    case otherNumber
    case text(String)
    /// An array, checked and forgotten; none is asked for.
    case array
    /// An object with its members; no name occurs twice.
    case object([String: JSONValue])

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var integer: Int64? {
        if case .integer(let integer) = self { integer } else { nil }
    }

    var object: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }
}
