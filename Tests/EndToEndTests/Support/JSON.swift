/// A JSON value. Numbers keep the characters in which they were written, so that 41.0 stays what it is.
enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case digits(String)
    case string(String)
    case list([JSON])
    case object([String: JSON])

    var text: String? { if case .string(let text) = self { text } else { nil } }
    var number: Int? { if case .digits(let digits) = self { Int(digits) } else { nil } }
    var elements: [JSON]? { if case .list(let elements) = self { elements } else { nil } }
    var members: [String: JSON]? { if case .object(let members) = self { members } else { nil } }

    subscript(_ name: String) -> JSON? { members?[name] }

    /// Equal, where numbers are equal by value however they are written.
    func isEqual(to other: JSON) -> Bool {
        guard case .digits(let left) = self, case .digits(let right) = other else { return self == other }
        return left == right || Double(left) == Double(right)
    }

    /// Follows an RFC 6901 pointer.
    func at(_ pointer: String) -> JSON? {
        var value = self
        for part in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let name = String(part).replacing("~1", with: "/").replacing("~0", with: "~")
            guard let next = value[name] ?? value.element(name) else { return nil }
            value = next
        }
        return value
    }

    private func element(_ index: String) -> JSON? {
        guard let elements, let index = Int(index), elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int) { self = .digits(String(value)) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: JSON...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, JSON)...) { self = .object(Dictionary(elements) { $1 }) }
    init(nilLiteral: ()) { self = .null }
}

extension JSON {
    static func number(_ number: Int) -> JSON { .digits(String(number)) }

    /// As UTF-8, members in the order of their names.
    var bytes: [UInt8] { Array(written.utf8) }

    var written: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .digits(let digits): digits
        case .string(let text): JSON.quoted(text)
        case .list(let elements): "[" + elements.map(\.written).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.sorted { $0.key < $1.key }.map { JSON.quoted($0) + ":" + $1.written }.joined(separator: ",")
                + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
