/// The name under which somebody signs in: letters, digits and `@ . + - _`. The case counts at sign-in, but not for uniqueness.
public struct Username: LimitedText {
    public static let maximumLength = 150
    public let text: String
    public init(stored: String) { text = stored }

    /// Equal for names that differ in case only; what must be unique.
    public var key: String { Username.key(of: text) }

    /// The key that a user name with this text has; text of any form has one.
    public static func key(of text: String) -> String { text.lowercased() }

    /// - Throws: `.malformedUsername`.
    public static func check(_ text: String) throws(FieldError.Reason) {
        let allowed = text.unicodeScalars.allSatisfy { $0.isWordCharacter || "@.+-".unicodeScalars.contains($0) }
        guard allowed else { throw .malformedUsername }
    }
}

extension EmailAddress {
    /// Equal for addresses that differ in case only; what must be unique among accounts.
    public var key: String { text.lowercased() }
}
