/// A password as somebody typed it, white space around it removed. Prints as `***`.
public struct Password: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The password in clear text: for hashing and comparing only.
    public let clearText: String

    /// Beyond this many bytes of UTF-8 a password is refused before it is hashed.
    public static let maximumBytes = 1024

    /// - Throws: `.blank`, `.nullCharacters` or `.passwordTooLong`.
    public init(_ raw: String) throws(FieldError.Reason) {
        let trimmed = raw.trimmed
        guard !trimmed.isEmpty else { throw .blank }
        guard !trimmed.utf8.contains(0) else { throw .nullCharacters }
        guard trimmed.utf8.count <= Password.maximumBytes else {
            throw .passwordTooLong(maximum: Password.maximumBytes)
        }
        clearText = trimmed
    }

    /// Equal when written with the same characters, because only then do their hashes agree.
    public static func == (left: Password, right: Password) -> Bool {
        left.clearText.utf8.elementsEqual(right.clearText.utf8)
    }

    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A password's hash as a PHC string, which names its algorithm and parameters. Prints as `***`.
public struct PasswordHash: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The PHC string, for storing and verifying only.
    public let phc: String

    public init(phc: String) { self.phc = phc }

    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
