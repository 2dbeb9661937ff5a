import Domain

/// What is told about `/api/auth/`.
enum AccountOperations {
    static let register = Operation(
        "register", .accounts, "Register an account",
        "The account's role is `staff`; the answer has its first tokens. Anybody may register, unless the server is "
            + "set up so that nobody can.",
        body: BodyContent(
            "RegistrationInput", errors: "RegistrationErrors", of: AccountFields.registration,
            examples: [
                Example(
                    "account", "An account",
                    [
                        "username": "nurse.joy", "email": "joy@example.org", "password": "Tr1cky-Horse-9",
                        "password2": "Tr1cky-Horse-9", "first_name": "Joy", "last_name": "Adeyemi",
                    ])
            ]), traits: [.idempotencyKey],
        answers: [
            .json(
                201, "The account, with tokens.", Shape.registered.schema,
                examples: [
                    .record([
                        "id": 3, "username": "nurse.joy", "email": "joy@example.org", "first_name": "Joy",
                        "last_name": "Adeyemi", "refresh": token("refresh"), "access": token("access"),
                    ])
                ]),
            .json(
                403, "Nobody can register here.", .detail,
                examples: [
                    Example("closed", "Closed", ["detail": "You do not have permission to perform this action."])
                ]),
        ])

    static let signIn = Operation(
        "login", .accounts, "Sign in",
        "The case of the name counts. A wrong name, a wrong password and a disabled account are answered alike. Where "
            + "two-step sign-in is set up, the right ones without a code are answered by 401 and `otp_required`: send "
            + "them again, with `otp`.",
        body: BodyContent(
            "SignInInput", errors: "SignInErrors", of: AccountFields.signIn,
            examples: [
                Example("credentials", "Credentials", ["username": "nurse.joy", "password": "Tr1cky-Horse-9"])
            ]),
        answers: [
            .json(
                200, "Tokens, and whose they are.", Shape.signedIn.schema,
                examples: [
                    .record([
                        "refresh": token("refresh"), "access": token("access"), "username": "nurse.joy",
                        "email": "joy@example.org", "first_name": "Joy", "last_name": "Adeyemi",
                    ])
                ]),
            .json(
                401, "There is no such account, it is disabled, or the password is another; or a code is asked for.",
                .authenticationError,
                examples: [
                    Example("refused", "Refused", ["detail": "No active account found with the given credentials"]),
                    Example(
                        "code", "A code is asked for",
                        ["detail": "A one-time code is required.", "code": "otp_required"]),
                ], headers: [.challenge]),
            .throttled,
        ])

    static let refreshTokens = Operation(
        "refreshTokens", .accounts, "Get new tokens",
        "The old refresh token works until one that was issued from it has been used: keep the newest, or always the "
            + "first.",
        body: refreshBody,
        answers: [
            .json(
                200, "New tokens.", Shape.tokens.schema,
                examples: [.record(["access": token("access"), "refresh": token("refresh")])]),
            unusableToken,
        ])

    static let signOut = Operation(
        "logout", .accounts, "Sign out",
        "Ends the session of the refresh token with all its tokens at once; also fine when it had ended already.",
        body: refreshBody, answers: [.empty(204, "The session has ended."), unusableToken])

    static let changePassword = Operation(
        "changePassword", .accounts, "Change your password",
        "Ends all other sessions of the account. An account whose password has to be changed can do nothing else.",
        body: BodyContent(
            "PasswordChange", errors: "PasswordChangeErrors", of: AccountFields.passwordChange,
            examples: [
                Example(
                    "change", "Old and new", ["old_password": "Tr1cky-Horse-9", "new_password": "Calm-Otter-51"])
            ]), traits: [.serves(.changePassword), .serves(.enrolSecondFactor)],
        answers: [.empty(204, "The password is the new one."), .throttled])

    static let findProfile = Operation(
        "getProfile", .accounts, "Read your own account",
        traits: [.conditionalRead, .serves(.changePassword), .serves(.enrolSecondFactor)],
        answers: [.json(200, "The account.", Shape.profile.schema, examples: [.record(profile)], headers: [.entityTag])]
    )

    static let replaceProfile = change(
        "putProfile", "Change your own account (PUT)", "Changes the members that are sent, exactly like PATCH.")
    static let changeProfile = change(
        "patchProfile", "Change your own account", "Changes the members that are sent; others keep their values.")

    private static func change(_ id: String, _ summary: String, _ description: String) -> Operation {
        Operation(
            id, .accounts, summary, description,
            body: BodyContent(
                "ProfileChange", errors: "ProfileErrors", of: AccountFields.profile, isChange: true,
                examples: [Example("number", "A new number", ["phone_number": "555-0199"])]),
            traits: [.conditionalWrite],
            answers: [
                .json(
                    200, "The account as it is now.", Shape.profile.schema, examples: [.record(profile)],
                    headers: [.entityTag])
            ])
    }

    private static let refreshBody = BodyContent(
        "RefreshInput", errors: "RefreshErrors", of: [AccountFields.refreshToken],
        examples: [Example("token", "A refresh token", ["refresh": token("refresh")])])

    private static let unusableToken = DocumentedAnswer.json(
        401, "The refresh token is not ours, has expired, or its session has ended.", .authenticationError,
        examples: [Example("expired", "Expired", ["detail": "Token is expired", "code": "token_not_valid"])],
        headers: [.challenge])

    private static let profile: JSONValue = [
        "id": 3, "username": "nurse.joy", "email": "joy@example.org", "first_name": "Joy", "last_name": "Adeyemi",
        "phone_number": "555-0199", "address": "", "date_of_birth": .null,
    ]

    /// What stands for a token in examples.
    private static func token(_ kind: String) -> JSONValue { .string("eyJhbGciOiJIUzI1NiJ9.\(kind).…") }
}
