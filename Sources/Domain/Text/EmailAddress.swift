/// An e-mail address: at most 254 characters (RFC 5321), a local part, `@`, and a host with a dot or an address in brackets.
public struct EmailAddress: LimitedText {
    public static let maximumLength = 254
    public let text: String
    public init(stored: String) { text = stored }

    /// The same address with its host in lower case; the local part keeps its case (RFC 5321, 2.4).
    public var withLowercasedHost: EmailAddress {
        guard let at = text.lastIndex(of: "@") else { return self }
        return EmailAddress(stored: text[..<at] + text[at...].lowercased())
    }

    public static func check(_ text: String) throws(FieldError.Reason) {
        guard let at = text.lastIndex(of: "@") else { throw .malformedEmail }
        let local = text[..<at]
        let host = text[text.index(after: at)...]
        guard isLocalPart(local), isHost(host) || host == "localhost" || isBracketedAddress(host) else {
            throw .malformedEmail
        }
    }

    /// A dot-atom (RFC 5322, 3.2.3), or a quoted string without line breaks.
    private static func isLocalPart(_ part: Substring) -> Bool {
        if part.count >= 2, part.hasPrefix("\""), part.hasSuffix("\"") {
            return part.dropFirst().dropLast().unicodeScalars.allSatisfy {
                (0x20...0x7E).contains($0.value) && $0 != "\"" && $0 != "\\"
            }
        }
        let atoms = part.split(separator: ".", omittingEmptySubsequences: false)
        return atoms.allSatisfy { atom in
            !atom.isEmpty && atom.unicodeScalars.allSatisfy { isAtomCharacter($0) }
        }
    }

    private static func isAtomCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIILetterOrDigit || "!#$%&'*+-/=?^_`{}|~".unicodeScalars.contains(scalar)
    }

    /// Labels of letters, digits and inner hyphens, at most 63 long (RFC 1035, 2.3.1); other scripts count as letters.
    private static func isHost(_ host: Substring) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last, top.unicodeScalars.count >= 2 else { return false }
        guard !top.unicodeScalars.allSatisfy({ (0x30...0x39).contains($0.value) }) else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.unicodeScalars.count) && label.first != "-" && label.last != "-"
                && label.unicodeScalars.allSatisfy { $0.isASCIILetterOrDigit || $0 == "-" || (!$0.isASCII && $0.properties.isAlphabetic) }
        }
    }

    private static func isBracketedAddress(_ host: Substring) -> Bool {
        guard host.hasPrefix("["), host.hasSuffix("]"), host.count > 4 else { return false }
        return host.dropFirst().dropLast().unicodeScalars.allSatisfy { $0.properties.isASCIIHexDigit || $0 == ":" || $0 == "." }
    }
}

extension Unicode.Scalar {
    /// A letter from A to Z in either case, or a digit from 0 to 9.
    var isASCIILetterOrDigit: Bool { isASCII && (properties.isAlphabetic || properties.numericType != nil) }
}
