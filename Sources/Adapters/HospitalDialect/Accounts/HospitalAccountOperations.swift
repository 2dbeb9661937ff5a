import Domain
import HTTPTransport

/// What is told about `/hospital/api/auth/`.
enum HospitalAccountOperations {
    static let register = Operation(
        "hospitalRegister", .hospital, "Register an account",
        "The account can sign in everywhere. The rules for accounts are those of `/api/auth/register/`.",
        body: BodyContent(
            "HospitalRegistrationInput", errors: "HospitalRegistrationErrors",
            [
                AccountFields.username.hospitalProperty(), AccountFields.email.hospitalProperty(),
                AccountFields.password.hospitalProperty(),
            ],
            examples: [
                Example(
                    "account", "An account",
                    ["username": "ward.three", "email": "ward3@example.org", "password": "Tr1cky-Horse-9"])
            ]), traits: [.idempotencyKey],
        answers: [
            .json(
                201, "The account.", Shape.hospitalAccount.schema,
                examples: [
                    Example("account", "An account", ["id": 3, "username": "ward.three", "email": "ward3@example.org"])
                ]),
            .json(403, "Nobody can register here.", .detail),
        ])

    static let signIn = Operation(
        "hospitalLogin", .hospital, "Sign in", "The tokens are good everywhere.",
        body: BodyContent(
            "HospitalSignInInput", errors: "HospitalSignInErrors",
            AccountFields.signIn.map { $0.hospitalProperty() },
            examples: [
                Example("credentials", "Credentials", ["username": "ward.three", "password": "Tr1cky-Horse-9"])
            ]),
        answers: [
            .json(200, "Tokens.", Shape.hospitalTokens.schema),
            .json(
                401, "There is no such account, it is disabled, or the password is another; or a code is asked for.",
                .authenticationError, headers: [.challenge]),
            .throttled,
        ])
}
