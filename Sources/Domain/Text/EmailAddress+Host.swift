extension EmailAddress {
    /// A name with a dot, `localhost`, or an address in brackets.
    static func isHost(_ host: Substring.UnicodeScalarView) -> Bool {
        if host.first == "[", host.last == "]" {
            return InternetAddress.isAddress(Substring(host.dropFirst().dropLast()))
        }
        return isName(host) || host.elementsEqual("localhost".unicodeScalars)
    }

    private static func isName(_ host: Substring.UnicodeScalarView) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last else { return false }
        return labels.allSatisfy(isLabel) && isTopLevel(top)
    }

    /// Letters of any script, digits and inner hyphens, at most 63 in all (RFC 1035, 2.3.1).
    private static func isLabel(_ label: Substring.UnicodeScalarView) -> Bool {
        (1...63).contains(label.count) && label.first != "-" && label.last != "-"
            && label.allSatisfy { $0.isASCIILetterOrDigit || $0 == "-" || isBeyondASCII($0) }
    }

    /// At least two characters and no digit, or the ASCII form of a name in another script (RFC 5890, 2.3.2.1).
    private static func isTopLevel(_ label: Substring.UnicodeScalarView) -> Bool {
        guard label.contains(where: { $0.isASCIIDigit }) else { return label.count >= 2 }
        return String(label.prefix(4)).lowercased() == "xn--"
            && label.dropFirst(4).allSatisfy { $0.isASCIILetterOrDigit }
    }

    /// What Django takes for letters of other scripts.
    private static func isBeyondASCII(_ scalar: Unicode.Scalar) -> Bool { (0xA1...0xFFFF).contains(scalar.value) }
}
