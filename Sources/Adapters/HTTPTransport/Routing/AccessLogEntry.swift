import Domain
import Logging

/// One line of the access log. It names no person and nothing that a person entered.
struct AccessLogEntry: Sendable {
    let requestID: String
    let method: String
    /// The route as it was declared; absent for unknown paths, which may hold anything.
    var route: String?
    /// What counts the answers of that route.
    var counters: RouteCounters?
    var account: AccountID?
    private var fault: Fault?
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

    /// - Parameter duration: from the request's head to the answer's.
    func write(status: Int, took duration: Duration, to logger: Logger) {
        var metadata: Logger.Metadata = [
            "request_id": .string(requestID), "method": .string(method), "status": .string(String(status)),
            "duration_us": .string(String(duration.microseconds)),
        ]
        if let route { metadata["route"] = .string(route) }
        if let account { metadata["account"] = .string(String(account.number)) }
        if isBusy { metadata["busy"] = "true" }
        if let fault {
            metadata["fault"] = "\(fault.summary)"
            metadata["outcome_unknown"] = "\(fault.outcomeUnknown)"
            logger.error("request failed", metadata: metadata)
        } else {
            logger.info("request", metadata: metadata)
        }
    }
}

extension Duration {
    fileprivate var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
