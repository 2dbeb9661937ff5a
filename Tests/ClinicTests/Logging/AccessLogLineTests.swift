import HTTPTransport
import Logging
import Testing

@testable import clinic

@Suite struct `A line of the access log` {
    @Test(arguments: [
        AccessLogLine(
            requestID: "a-1", method: "GET", status: 200, microseconds: 1_234, route: "/api/patients/{id}/", account: 7),
        AccessLogLine(requestID: "r", method: "QU\"OTE", status: 404, microseconds: 0),
        AccessLogLine(requestID: "\\", method: "é\n\u{1}", status: 404, microseconds: .max, account: .max),
        AccessLogLine(requestID: "", method: "", status: 999, microseconds: 1_000, route: "", account: 10),
        AccessLogLine(
            requestID: "r", method: "POST", status: 503, microseconds: 5, route: "/", account: 1, isBusy: true),
    ]) func `is what its metadata would make of it`(told: AccessLogLine) throws {
        let usual = try logged(level: .info) { $0.info("request", metadata: told.metadata) }

        let straight = try logged(level: .info) { ($0.handler as? any AccessLineWriter)?.write(told) }

        #expect(straight == usual && straight.count == 1)
    }
}
