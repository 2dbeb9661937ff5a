extension Unicode.Scalar {
    /// White space and the information separators U+001C…U+001F, which Python's `strip` removes too.
    var isSpace: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }

    /// A digit from 0 to 9.
    var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

    /// A letter from A to Z in either case, or a digit from 0 to 9.
    var isASCIILetterOrDigit: Bool { isASCIIDigit || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }

    /// A letter or number of any script, or `_`: what `\w` is to Python. Marks that only modify letters are none.
    var isWordCharacter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: self == "_" || properties.numericType != nil
        }
    }

    /// A digit of any script, superscripts too.
    var isDigit: Bool { properties.numericType == .decimal || properties.numericType == .digit }
}
