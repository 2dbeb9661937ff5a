import Domain

extension Schema {
    /// The name under which rules across members are answered.
    static let acrossFields = "non_field_errors"

    /// `{"detail": text}`
    package static let detail = Schema.object([
        .init("detail", Schema.text().described("What is wrong, for people."))
    ]).named("Detail")

    /// What a 401 says: `code` and `messages` are there when a token was sent.
    package static let authenticationError = Schema.object([
        .init("detail", Schema.text().described("What is wrong, for people.")),
        .init(
            "code", .choice(["token_not_valid", "bad_authorization_header", "otp_required", "otp_invalid"]),
            isRequired: false),
        .init(
            "messages",
            .array(
                of: .object([
                    .init("token_class", .choice(["AccessToken"])), .init("token_type", .choice(["access"])),
                    .init("message", .choice(["Token is invalid", "Token is expired", "Token has wrong type"])),
                ]), atLeast: 1), isRequired: false),
    ]).named("AuthenticationError")

    /// What a 403 says: `code` is there when something else has to be done first.
    static let refusal = Schema.object([
        .init("detail", Schema.text().described("What is wrong, for people.")),
        .init("code", .choice(Duty.allCases.map(\.code)), isRequired: false),
    ]).named("Refusal")

    /// `{"field": ["text", …], …}`: at least one of these members.
    ///
    /// - Parameter codes: the values that a member `code` may have beside them.
    package static func fieldErrors(_ names: [String], codes: [String] = []) -> Schema {
        let texts = Schema.array(of: .text(), atLeast: 1).named("ErrorTexts")
        var properties = names.map { Property($0, texts, isRequired: false) }
        if !codes.isEmpty { properties.append(Property("code", .choice(codes), isRequired: false)) }
        return .object(properties, atLeast: 1)
    }
}
