import Domain

/// What becomes one line of the access log. It names no person and nothing that a person entered.
struct AccessLogEntry: Sendable {
    let requestID: String
    let method: String
    /// The route as it was declared; absent for unknown paths, which may hold anything.
    var route: String?
    /// What counts the answers of that route.
    var counters: RouteCounters?
    var account: AccountID?
    private(set) var fault: Fault?
    private var isBusy = false

    init(requestID: String, method: String) {
        self.requestID = requestID
        self.method = method
    }

    /// Remembers a failure that is a fault of ours.
    mutating func note(_ failure: Failure) {
        switch failure {
        case .unavailable(let fault): self.fault = fault
        case .busy: isBusy = true
        case .unreadable, .invalid, .notFound, .conflict, .notSignedIn, .throttled, .dutyFirst, .notAllowed,
            .outdated, .retried:
            break
        }
    }

    /// Remembers what an endpoint found out by itself.
    mutating func note(_ answer: Answer) {
        account = answer.account ?? account
        if let failure = answer.failure { note(failure) }
    }

    /// What is said of it once it is answered.
    func line(status: Int, tookMicroseconds microseconds: Int) -> AccessLogLine {
        AccessLogLine(
            requestID: requestID, method: method, status: status, microseconds: microseconds, route: route,
            account: account?.number, isBusy: isBusy)
    }
}
