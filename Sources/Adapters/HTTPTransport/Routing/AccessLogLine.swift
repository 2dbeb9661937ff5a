package import Logging

/// What the access log says of a request that met no fault of ours.
package struct AccessLogLine: Sendable {
    package let requestID: String
    package let method: String
    package let status: Int
    /// From the request's head to the answer's.
    package let microseconds: Int
    /// The route as it was declared; absent for unknown paths, which may hold anything.
    package let route: String?
    /// The number of the account that asked.
    package let account: Int64?
    /// Whether it was sent away because too much was waiting.
    package let isBusy: Bool

    package init(
        requestID: String, method: String, status: Int, microseconds: Int, route: String? = nil, account: Int64? = nil,
        isBusy: Bool = false
    ) {
        self.requestID = requestID
        self.method = method
        self.status = status
        self.microseconds = microseconds
        self.route = route
        self.account = account
        self.isBusy = isBusy
    }

    /// The same for any handler of logs.
    package var metadata: Logger.Metadata {
        var metadata: Logger.Metadata = [
            "request_id": .string(requestID), "method": .string(method), "status": .string(String(status)),
            "duration_us": .string(String(microseconds)),
        ]
        if let route { metadata["route"] = .string(route) }
        if let account { metadata["account"] = .string(String(account)) }
        if isBusy { metadata["busy"] = "true" }
        return metadata
    }
}
