/// Text of a certain kind with a greatest length. A value that exists has been checked.
public protocol LimitedText: Hashable, Sendable {
    /// The greatest number of characters (Unicode scalars, as databases count them).
    static var maximumLength: Int { get }
    /// The text itself, without white space around it.
    var text: String { get }
    /// Text that was checked when it was written to our own store.
    init(stored: String)
    /// What this kind of text asks for beyond its length.
    static func check(_ text: String) throws(FieldError.Reason)
}

extension LimitedText {
    /// Asks for nothing beyond the length.
    public static func check(_ text: String) throws(FieldError.Reason) {}

    /// Takes text as a person entered it and removes the white space around it.
    ///
    /// - Throws: `.blank` when nothing is left, `.tooLong`, `.nullCharacters`, or what `check` throws.
    public init(_ raw: String) throws(FieldError.Reason) {
        let trimmed = raw.trimmed
        guard !trimmed.isEmpty else { throw .blank }
        try Self.checkLength(trimmed)
        try Self.check(trimmed)
        self.init(stored: trimmed)
    }

    /// The same for text that may be left blank, which is `nil`.
    public static func optional(_ raw: String) throws(FieldError.Reason) -> Self? {
        raw.trimmed.isEmpty ? nil : try Self(raw)
    }

    /// Equal when written with the same characters: texts that only look the same are different values, as they are
    /// to the store.
    public static func == (left: Self, right: Self) -> Bool {
        left.text.unicodeScalars.elementsEqual(right.text.unicodeScalars)
    }

    public func hash(into hasher: inout Hasher) {
        for scalar in text.unicodeScalars { hasher.combine(scalar) }
    }

    static func checkLength(_ text: String) throws(FieldError.Reason) {
        guard !text.unicodeScalars.contains("\0") else { throw .nullCharacters }
        guard text.unicodeScalars.count <= maximumLength else { throw .tooLong(maximum: maximumLength) }
    }
}

extension String {
    /// Without the white space around it.
    public var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isSpace }),
            let last = scalars.lastIndex(where: { !$0.isSpace })
        else { return "" }
        return String(scalars[first...last])
    }
}
