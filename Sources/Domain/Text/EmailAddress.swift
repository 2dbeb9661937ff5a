/// An e-mail address: at most 254 characters (RFC 5321), a local part, `@`, and a host with a dot or an address in brackets.
///
/// What is well-formed is what Django's `EmailValidator` takes.
public struct EmailAddress: LimitedText {
    public static let maximumLength = 254
    public let text: String
    public init(stored: String) { text = stored }

    /// The same address with its host in lower case; the local part keeps its case (RFC 5321, 2.4).
    public var withLowercasedHost: EmailAddress {
        guard let at = text.unicodeScalars.lastIndex(of: "@") else { return self }
        return EmailAddress(stored: text[..<at] + text[at...].lowercased())
    }

    /// - Throws: `.malformedEmail`.
    public static func check(_ text: String) throws(FieldError.Reason) {
        let scalars = text.unicodeScalars
        guard let at = scalars.lastIndex(of: "@"), isLocalPart(scalars[..<at]),
            isHost(scalars[scalars.index(after: at)...])
        else { throw .malformedEmail }
    }

    private static func isLocalPart(_ part: Substring.UnicodeScalarView) -> Bool {
        isDotAtom(part) || isQuotedString(part)
    }

    /// RFC 5322, 3.2.3.
    private static func isDotAtom(_ part: Substring.UnicodeScalarView) -> Bool {
        part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty
                && atom.allSatisfy { $0.isASCIILetterOrDigit || "!#$%&'*+-/=?^_`{}|~".unicodeScalars.contains($0) }
        }
    }

    /// RFC 5322, 3.2.4 with control characters (4.1), but without white space unless a backslash stands before it.
    private static func isQuotedString(_ part: Substring.UnicodeScalarView) -> Bool {
        guard part.count >= 2, part.first == "\"", part.last == "\"" else { return false }
        var isEscaped = false
        for scalar in part.dropFirst().dropLast() {
            guard isEscaped || scalar != "\\" else {
                isEscaped = true
                continue
            }
            guard isEscaped ? isQuotable(scalar) : isPlain(scalar) else { return false }
            isEscaped = false
        }
        return !isEscaped
    }

    /// What may follow a backslash: ASCII without line breaks.
    private static func isQuotable(_ scalar: Unicode.Scalar) -> Bool {
        (0x01...0x7F).contains(scalar.value) && scalar != "\n" && scalar != "\r"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        isQuotable(scalar) && !"\t \"\\".unicodeScalars.contains(scalar)
    }
}
