import Testing

@testable import Domain

@Suite("New passwords")
struct PasswordRulesTests {
    private static let ann: [(PasswordAttribute, String)] = [
        (.username, "testclient"), (.firstName, "Test"), (.lastName, "Client-Holder"),
        (.email, "testclient@example.com"),
    ]

    @Test("a long and unusual password is fine")
    func fine() throws {
        #expect(try refusals(of: "sunlit-Kettle-42") == [])
    }

    @Test("a clinic may ask for more characters, and says how many")
    func longer() throws {
        let refusals = try PasswordRules.refusals(of: Password("sunlit-Kettle"), attributes: [], minimumLength: 14)
        let fine = try PasswordRules.refusals(of: Password("sunlit-Kettles"), attributes: [], minimumLength: 14)

        #expect(refusals == [.passwordTooShort(minimum: 14)])
        #expect(fine == [])
    }

    @Test("a password of whole Unicode is counted in characters, and fine")
    func unicode() throws {
        let refusals = try PasswordRules.refusals(of: Password("ключ🔑ñö漢"), attributes: [])

        #expect(refusals == [])
    }

    @Test("an account's own name, address and e-mail address are what its password is compared with")
    func ofAccount() throws {
        let profile = Profile(
            email: EmailAddress(stored: "joy@example.org"), firstName: AccountHolderName(stored: "Joyce"))
        let account = Account(
            id: nurse, username: Username(stored: "nurse.joy"), profile: profile, role: .staff, createdAt: monday,
            updatedAt: monday)

        let attributes = PasswordRules.attributes(of: account)

        #expect(attributes.map(\.0) == [.username, .firstName, .email])
        #expect(attributes.map(\.1) == ["nurse.joy", "Joyce", "joy@example.org"])
    }

    @Test("everything that is wrong is named, in the order of the contract")
    func order() throws {
        let attributes: [(PasswordAttribute, String)] = [(.username, "1234567"), (.email, "1234567@1234567.com")]

        let refusals = try PasswordRules.refusals(of: Password("1234567"), attributes: attributes)

        #expect(
            refusals == [
                .passwordTooSimilar(to: .username), .passwordTooShort(minimum: 8), .passwordTooCommon,
                .passwordEntirelyNumeric,
            ])
    }

    @Test(
        "of the attributes only the first that is too similar is named",
        arguments: [
            ("testclient", PasswordAttribute.username), ("TestClient", .username), ("testclient123", .username),
            ("Client-Holder1", .lastName), ("holder99", .lastName), ("example.com", .email), ("example.com1", .email),
        ])
    func similarTo(text: String, attribute: PasswordAttribute) throws {
        #expect(try refusals(of: text) == [.passwordTooSimilar(to: attribute)])
    }

    @Test(
        "two texts are similar from 0.7 of common characters on",
        arguments: [
            ("abcdefghij", "abcdefgxyz", true), ("abcdefghij", "abcdefwxyz", false), ("abcdefghij", "jihgfedcba", true),
            ("password", "passdraw", true), ("aabbccdd", "abcdabcd", true), ("testclient", "test", false),
            ("aaaaaaaa", "abbbbbbb", false), ("johndoe1", "john.doe@example.com", false),
            ("e\u{301}e\u{301}e\u{301}", "\u{E9}\u{E9}\u{E9}", false),
        ])
    func similarity(password: String, attribute: String, isSimilar: Bool) {
        #expect(PasswordRules.isSimilar(password, to: attribute) == isSimilar)
    }

    @Test("words are split at everything but letters, digits and underscores")
    func words() {
        #expect(PasswordRules.isSimilar("lovelace", to: "ada.lovelace@example.com"))
        #expect(PasswordRules.isSimilar("петров1", to: "иван-петров"))
        #expect(!PasswordRules.isSimilar("lovelace", to: "ada_augusta_lovelace_of_london"))
    }

    @Test("a part is left out when the password is ten times as long")
    func negligible() {
        #expect(!PasswordRules.isSimilar("aaaaaaaaaa", to: "a"))
        #expect(!PasswordRules.isSimilar("aaaaaaaaaa", to: ""))
    }

    @Test("two empty texts are the same")
    func empty() {
        #expect(PasswordRules.similarity("", "") == 1)
        #expect(PasswordRules.similarity("a", "") == 0)
    }

    @Test(
        "eight characters are enough, seven are not, whatever their bytes",
        arguments: [("xq7-zkw", true), ("xq7-zkw!", false), ("日本語の合言葉", true), ("日本語の合言葉だ", false)])
    func length(text: String, isTooShort: Bool) throws {
        #expect(try refusals(of: text).contains(.passwordTooShort(minimum: 8)) == isTooShort)
    }

    @Test(
        "common passwords are known in any case, and only whole",
        arguments: [
            ("trustno1", true), ("TrustNo1", true), ("!QAZ2wsx", true), ("zxcvbnm,./", false), ("trustno1!", false),
        ])
    func common(text: String, isCommon: Bool) throws {
        #expect(try refusals(of: text) == (isCommon ? [.passwordTooCommon] : []))
    }

    @Test("the list of common passwords holds what Django's does")
    func list() {
        #expect(CommonPasswords.contains("password") && CommonPasswords.contains("yankee1"))
        #expect(!CommonPasswords.contains("Password") && !CommonPasswords.contains(""))
    }

    @Test(
        "digits of any script are numeric, other numbers are not",
        arguments: [
            ("73910284650", true), ("٧٣٩١٠٢٨٤", true), ("²³²³²³²³", true), ("7391028465x", false),
            ("73910.2846", false), ("ⅧⅧⅧⅧⅧⅧⅧⅧ", false), ("½½½½½½½½", false),
        ])
    func numeric(text: String, isNumeric: Bool) throws {
        #expect(try refusals(of: text) == (isNumeric ? [.passwordEntirelyNumeric] : []))
    }

    private func refusals(of text: String) throws -> [FieldError.Reason] {
        try PasswordRules.refusals(of: Password(text), attributes: Self.ann)
    }
}
