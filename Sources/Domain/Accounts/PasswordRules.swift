/// What a new password must not be; the rules and their order are those of Django's default validators.
public enum PasswordRules {
    /// The least number of characters; a clinic may ask for more.
    public static let minimumLength = 8
    /// From this share of common characters on, two texts are too similar.
    static let similarityLimit = 0.7

    /// Everything that is wrong with a new password, in the order in which it is answered; empty when it is fine.
    ///
    /// - Parameters:
    ///   - attributes: what is known of the account's holder, in the order in which it is compared.
    ///   - minimumLength: in characters (Unicode scalars).
    public static func refusals(
        of password: Password, attributes: [(PasswordAttribute, String)], minimumLength: Int = minimumLength
    ) -> [FieldError.Reason] {
        let text = password.clearText.lowercased()
        var refusals: [FieldError.Reason] = []
        if let similar = attributes.first(where: { isSimilar(text, to: $0.1.lowercased()) }) {
            refusals.append(.passwordTooSimilar(to: similar.0))
        }
        if password.clearText.unicodeScalars.count < minimumLength {
            refusals.append(.passwordTooShort(minimum: minimumLength))
        }
        if CommonPasswords.contains(text) { refusals.append(.passwordTooCommon) }
        if text.unicodeScalars.allSatisfy({ $0.isDigit }) {
            refusals.append(.passwordEntirelyNumeric)
        }
        return refusals
    }

    /// Compares with the whole attribute and with each of its words; both texts are in lower case.
    static func isSimilar(_ password: String, to attribute: String) -> Bool {
        let words = attribute.unicodeScalars.split { !$0.isWordCharacter }.map { String($0) }
        return (words + [attribute]).contains { part in
            !isNegligible(part, in: password) && similarity(password, part) >= similarityLimit
        }
    }

    /// Twice the number of characters in common, as multisets, divided by the sum of both lengths.
    static func similarity(_ left: String, _ right: String) -> Double {
        let total = left.unicodeScalars.count + right.unicodeScalars.count
        guard total > 0 else { return 1 }
        var available: [Unicode.Scalar: Int] = [:]
        for scalar in right.unicodeScalars { available[scalar, default: 0] += 1 }
        var common = 0
        for scalar in left.unicodeScalars {
            guard let count = available[scalar], count > 0 else { continue }
            available[scalar] = count - 1
            common += 1
        }
        return 2 * Double(common) / Double(total)
    }

    /// A part so short beside the password that it says nothing.
    private static func isNegligible(_ part: String, in password: String) -> Bool {
        password.unicodeScalars.count >= 10 * part.unicodeScalars.count
    }
}

/// What a password is compared with.
public enum PasswordAttribute: Sendable, CaseIterable {
    case username, firstName, lastName, email
}
