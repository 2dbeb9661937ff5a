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

    private init() {
        parameters = .emptyText
    }
}
