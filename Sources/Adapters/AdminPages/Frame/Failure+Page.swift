import Domain
import HTTPTransport
import HTTPTypes

extension Failure {
    /// What people are told about it, and with which status, the API's.
    fileprivate var problem: (Problem, HTTPResponse.Status) {
        switch self {
        case .unreadable(.tooLarge): (.tooLarge, .contentTooLarge)
        case .unreadable(.unsupportedType), .unreadable(.unsupportedCoding): (.unreadable, .unsupportedMediaType)
        case .unreadable(.malformed), .unreadable(.notAnObject), .unreadable(.nothing): (.unreadable, .badRequest)
        case .invalid, .conflict: (.refused, .badRequest)
        case .notFound: (.notFound, .notFound)
        case .notSignedIn: (.notAllowed, .unauthorized)
        case .throttled: (.busy, .tooManyRequests)
        case .dutyFirst(let duty): (.duty(duty), .forbidden)
        case .notAllowed: (.notAllowed, .forbidden)
        case .outdated: (.outdated, .preconditionFailed)
        case .retried: (.retried, .conflict)
        case .busy: (.busy, .serviceUnavailable)
        case .unavailable(let fault):
            (fault.outcomeUnknown ? .outcomeUnknown : .unavailable, .serviceUnavailable)
        }
    }

    /// What stands against one of many things, in a line.
    func reason(in language: Language) -> String {
        switch self {
        case .invalid(let errors):
            errors.map { "\(language($0.field)): \(language($0.reason))" }.joined(separator: " ")
        case .conflict(let conflict): language(conflict)
        case .notFound: language(BulkPhrase.recordGone)
        case .unreadable, .notSignedIn, .throttled, .dutyFirst, .notAllowed, .outdated, .retried, .busy,
            .unavailable:
            language.text(problem.0.title)
        }
    }

    /// When it may be worth another try, in seconds.
    fileprivate var retrySeconds: Int64? {
        switch self {
        case .throttled(let seconds): seconds
        case .busy, .unavailable: 1
        case .unreadable, .invalid, .notFound, .conflict, .notSignedIn, .dutyFirst, .notAllowed, .outdated, .retried:
            nil
        }
    }

    fileprivate func completing(_ answer: Answer) -> Answer {
        var answer = answer
        answer.failure = self
        if let retrySeconds { answer.headers[.retryAfter] = String(retrySeconds) }
        return answer
    }
}

extension Problem {
    /// Title and text, and the name under which the log has the request.
    fileprivate func html(in language: Language, request: String) -> HTML {
        """
        <div class="page-head"><h1>\(language.text(title))</h1></div>
        <p>\(language.text(text))</p>
        \(action(in: language))
        <p class="soft small">\(request)</p>
        """
    }

    private func action(in language: Language) -> HTML {
        switch self {
        case .duty:
            """
            <p><a class="button button-primary" href="/admin/account/">\(language(FramePhrase.myAccount))</a></p>
            """
        case .notFound, .notAllowed, .foreignForm, .foreignDraft, .outdated, .busy, .unavailable, .outcomeUnknown,
            .unreadable, .tooLarge, .retried, .refused, .wrongMethod, .listTooLong:
            "<p><a class=\"button\" href=\"/admin/\">\(language(FramePhrase.today))</a></p>"
        }
    }
}

extension Failure {
    /// The page that tells of it to somebody of whom only the language is known.
    func page(in language: Language) -> Answer {
        let (problem, status) = problem
        return completing(problem.page(in: language, status: status))
    }
}

extension Problem {
    /// The page that tells of it to somebody of whom only the language is known.
    func page(in language: Language, status: HTTPResponse.Status) -> Answer {
        .alonePage(language.text(title), html(in: language, request: ""), in: language, status: status)
    }
}

extension Visit {
    /// The page that tells of a failure to somebody who is not signed in.
    func failurePage(_ failure: Failure) -> Answer {
        let (problem, status) = failure.problem
        return failure.completing(problemPage(problem, status: status))
    }

    func problemPage(_ problem: Problem, status: HTTPResponse.Status) -> Answer {
        alonePage(
            language.text(problem.title), problem.html(in: language, request: exchange.origin.request), status: status)
    }
}

extension PageRequest {
    /// A page that tells what is in the way.
    func problemPage(_ problem: Problem, status: HTTPResponse.Status) -> Answer {
        page(
            language.text(problem.title), problem.html(in: language, request: exchange.origin.request), status: status)
    }

    /// The page that tells of a failure.
    func failurePage(_ failure: Failure) -> Answer {
        let (problem, status) = failure.problem
        return failure.completing(problemPage(problem, status: status))
    }
}
