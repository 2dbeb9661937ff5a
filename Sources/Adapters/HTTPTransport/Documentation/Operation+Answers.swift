import Domain

extension Operation {
    /// Everything that may be answered on a route: what the operation names, and what follows from the rest.
    func allAnswers(on route: Route) -> [DocumentedAnswer] {
        let derived = derivedAnswers(on: route).filter { error in !answers.contains { $0.status == error.status } }
        return (answers + derived).sorted { $0.status < $1.status }
    }

    private func derivedAnswers(on route: Route) -> [DocumentedAnswer] {
        var errors = [badRequest] + traits.flatMap(\.answers)
        if route.access != .ignoringCredentials { errors.append(.notSignedIn) }
        if route.access == .signedIn, !traits.contains(.restricted), !Duty.allCases.allSatisfy(serves) {
            errors.append(.notAllowed)
        }
        if route.takesNumber { errors += [.notFound, .addressTooLong] }
        if route.kind == .json { errors.append(.notAcceptable) }
        if body != nil { errors += [.tooSlow, .tooLarge, .unsupportedType] }
        if !route.takesNumber, parameters.contains(where: { $0.place == .query }) { errors.append(.addressTooLong) }
        if !traits.contains(.selfSufficient) { errors.append(.unavailable) }
        return errors + [.fieldsTooLarge]
    }

    private var badRequest: DocumentedAnswer {
        let query = parameters.filter { $0.place == .query }.map(\.name)
        if let body {
            return .json(
                400, "Members are wrong, or the body, the query or the host name is.", .either(body.errors, .detail),
                examples: body.errorExamples)
        }
        guard let first = query.first else { return .badRequest }
        let name = id.prefix(1).uppercased() + id.dropFirst() + "Errors"
        return .json(
            400, "Parameters are wrong, or the host name is.", .either(.fieldErrors(query).named(name), .detail),
            examples: [
                Example(
                    "parameter", "A value that is none of the choices",
                    [first: ["Select a valid choice. LATE is not one of the available choices."]])
            ])
    }
}

extension Operation.Trait {
    fileprivate var answers: [DocumentedAnswer] {
        switch self {
        case .idempotencyKey: [.underWay, .keyUsedOtherwise]
        case .conditionalRead: [.notModified, .changedMeanwhile]
        case .conditionalWrite: [.changedMeanwhile]
        case .restricted: [.notAllowed]
        case .selfSufficient, .serves, .byHand: []
        }
    }

    /// The headers that a request may have.
    var parameters: [Parameter] {
        switch self {
        case .idempotencyKey: [.idempotencyKey]
        case .conditionalRead, .conditionalWrite: [.ifMatch, .ifNoneMatch]
        case .restricted, .selfSufficient, .serves, .byHand: []
        }
    }
}
