extension Operation {
    /// Everything that may be answered on a route: what the operation names, and what follows from the rest.
    func allAnswers(on route: Route) -> [DocumentedAnswer] {
        let derived = derivedAnswers(on: route).filter { error in !answers.contains { $0.status == error.status } }
        return (answers + derived).sorted { $0.status < $1.status }
    }

    private func derivedAnswers(on route: Route) -> [DocumentedAnswer] {
        var errors = [badRequest]
        if route.access != .ignoringCredentials { errors.append(.notSignedIn) }
        if traits.contains(.restricted) { errors.append(.notAllowed) }
        if route.takesNumber { errors.append(.notFound) }
        if route.kind == .json { errors.append(.notAcceptable) }
        if body != nil { errors += [.tooLarge, .unsupportedType] }
        if traits.contains(.entityTag) { errors.append(.notModified) }
        if traits.contains(.ifMatch) { errors.append(.changedMeanwhile) }
        if traits.contains(.idempotencyKey) { errors += [.underWay, .keyUsedOtherwise] }
        if !traits.contains(.selfSufficient) { errors.append(.unavailable) }
        return errors
    }

    private var badRequest: DocumentedAnswer {
        let query = parameters.filter { $0.place == .query }.map(\.name)
        if let body {
            return .json(
                400, "Members are wrong, or the body, the query or the host name is.", .either(body.errors, .detail),
                examples: body.errorExamples)
        }
        guard !query.isEmpty else { return .json(400, "The query or the host name is wrong.", .detail) }
        let name = id.prefix(1).uppercased() + id.dropFirst() + "Errors"
        return .json(
            400, "Parameters are wrong, or the host name is.", .either(.fieldErrors(query).named(name), .detail),
            examples: [.badParameter(query[0])])
    }
}

extension DocumentedAnswer {
    /// 401
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
        ], headers: [.challenge])
    /// 403
    static let notAllowed = detail(
        403, "The account's role may not do this.", "You do not have permission to perform this action.")
    /// 404
    static let notFound = detail(
        404, "There is no such record, or the caller may not see it.", "No Patient matches the given query.")
    /// 406
    static let notAcceptable = detail(
        406, "`Accept` allows no JSON.", "Could not satisfy the request Accept header.")
    /// 409
    static let underWay = detail(
        409, "A request with this `Idempotency-Key` is still under way.",
        "A request with this Idempotency-Key is still running.")
    /// 412
    static let changedMeanwhile = detail(
        412, "The record is not in the version that `If-Match` names.", "The record has been changed meanwhile.")
    /// 413
    static let tooLarge = detail(413, "The body is larger than is taken.", "The request body is too large.")
    /// 415
    static let unsupportedType = detail(
        415, "The body is neither JSON nor a form.", "Unsupported media type \"text/plain\" in request.")
    /// 422
    static let keyUsedOtherwise = detail(
        422, "The `Idempotency-Key` was used with another body.",
        "This Idempotency-Key was used for another request.")
    /// 503
    static let unavailable = json(
        503, "The server is busy or its database is away; `detail` says whether anything may have been kept.", .detail,
        examples: [
            Example(
                "busy", "Too many at once",
                ["detail": "The server is busy. Nothing was changed; try again in a moment."])
        ], headers: [.retryAfter])
    /// 304
    static let notModified = empty(304, "The record is still in the version that `If-None-Match` names.")

    private static func detail(_ status: Int, _ description: String, _ text: String) -> DocumentedAnswer {
        json(status, description, .detail, examples: [Example("example", description, ["detail": .string(text)])])
    }
}

extension Example {
    fileprivate static func badParameter(_ name: String) -> Example {
        Example(
            "choice", "A value that is none of the choices",
            .object(JSONObject([(name, ["Select a valid choice. LATE is not one of the available choices."])])))
    }
}
