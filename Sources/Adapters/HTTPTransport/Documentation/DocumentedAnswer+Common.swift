import Domain

/// Errors that many operations share.
extension DocumentedAnswer {
    static let badRequest = detail(
        "BadRequest", 400, "The query or the host name is wrong.",
        "This host name is not served here; see ALLOWED_HOSTS.")

    static let notSignedIn = json(
        401, "No credentials, or such as cannot be used.", .authenticationError,
        examples: [
            Example("missing", "No token", ["detail": "Authentication credentials were not provided."]),
            Example(
                "expired", "A token that has expired",
                [
                    "detail": "Given token not valid for any token type", "code": "token_not_valid",
                    "messages": [
                        ["token_class": "AccessToken", "token_type": "access", "message": "Token is expired"]
                    ],
                ]),
        ], headers: [.challenge]
    ).named("NotSignedIn")

    static let notAllowed = json(
        403, "The account's role may not do this; or, with `code`, something else has to be done first.", .refusal,
        examples: [
            Example("role", "Not this role", ["detail": "You do not have permission to perform this action."]),
            Example(
                "duty", "Not before another password is chosen",
                ["detail": .string(Duty.changePassword.text), "code": .string(Duty.changePassword.code)]),
        ]
    ).named("NotAllowed")

    static let notFound = detail(
        "NotFound", 404, "There is no such record, or the caller may not see it.",
        "No Patient matches the given query.")

    static let notAcceptable = detail(
        "NotAcceptable", 406, "`Accept` allows no type in which this could be answered.",
        "Could not satisfy the request Accept header.")

    static let tooSlow = detail("TooSlow", 408, "The request took too long to arrive.", "The request took too long.")

    static let underWay = detail(
        "UnderWay", 409, "A request with this `Idempotency-Key` is still under way.",
        "A request with this Idempotency-Key is still being processed; try again in a moment.")

    static let changedMeanwhile = detail(
        "ChangedMeanwhile", 412, "The record is not in the version that the request expects.",
        "The record is not in the version that the request expects.")

    static let tooLarge = detail(
        "TooLarge", 413, "The body is larger than is taken, 1 MiB unless set otherwise.",
        "The request body is too large.")

    static let addressTooLong = detail(
        "AddressTooLong", 414, "Path and query are longer than is taken.", "The address is too long.")

    static let unsupportedType = detail(
        "UnsupportedType", 415, "The body is neither JSON nor a form, or it is compressed.",
        "Unsupported media type \"text/plain\" in request.")

    static let keyUsedOtherwise = detail(
        "KeyUsedOtherwise", 422, "The `Idempotency-Key` was used for another request.",
        "This Idempotency-Key was used for another request.")

    static let fieldsTooLarge = detail(
        "FieldsTooLarge", 431, "The header fields are too many or too long.",
        "The header fields are too many or too long.")

    package static let throttled = json(
        429, "Too many attempts have failed, for this account or from this address.", .detail,
        examples: [
            Example(
                "wait", "Too often", ["detail": "Request was throttled. Expected available in 87 seconds."])
        ], headers: [.retryAfter]
    ).named("Throttled")

    static let unavailable = json(
        503, "The server is busy or its database is away; `detail` says whether anything may have been kept.", .detail,
        examples: [
            Example(
                "busy", "Too many at once",
                ["detail": "The server is busy. Nothing was changed; try again in a moment."])
        ], headers: [.retryAfter]
    ).named("Unavailable")

    static let notModified = empty(
        304, "The record is still in the version that `If-None-Match` names.", headers: [.entityTag]
    ).named("NotModified")

    private static func detail(
        _ name: String, _ status: Int, _ description: String, _ text: String
    ) -> DocumentedAnswer {
        json(status, description, .detail, examples: [Example("example", description, ["detail": .string(text)])])
            .named(name)
    }
}
