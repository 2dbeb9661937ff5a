/// What the configuration's `localSetting` says while one statement runs, for policies of row-level security to look at.
///
/// Each statement says it for itself: the next one on the same connection, whoever sent it, never finds what was said
/// before. It is sent ahead of its statement, in the same batch and the same transaction, and no session keeps it.
public struct LocalSetting: Sendable, Equatable {
    /// Nothing: the setting is empty.
    public static let none = LocalSetting()

    let parameters: EncodedParameters

    /// The setting has this text; nothing when it holds a NUL byte, which no text of PostgreSQL's can.
    public init(_ text: String) {
        parameters = (try? EncodedParameters([.text(text)])) ?? .emptyText
    }

    /// The setting is a word and these numbers, with a space before each.
    public init(_ word: StaticString, _ numbers: Int64...) {
        var text = word.withUTF8Buffer { Array($0) }
        text.reserveCapacity(text.count + 21 * numbers.count + 1)
        for number in numbers {
            text.append(UInt8(ascii: " "))
            text.append(decimal: number)
        }
        parameters = EncodedParameters(text: text)
    }

    private init() {
        parameters = .emptyText
    }
}
