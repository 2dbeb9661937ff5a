import Domain
package import Logging

/// Where requests are noted that were answered: one line each.
struct AccessLog: Sendable {
    private let logger: Logger
    /// Writes lines without making metadata of them first; `nil` where the logger has no such handler, or adds metadata
    /// of its own, or leaves out what is no warning.
    private let writer: (any AccessLineWriter)?

    init(_ logger: Logger) {
        self.logger = logger
        let isPlain = logger.handler.metadata.isEmpty && logger.logLevel <= .info
        writer = isPlain ? logger.handler as? any AccessLineWriter : nil
    }

    /// - Parameter microseconds: from the request's head to the answer's.
    func note(_ entry: AccessLogEntry, status: Int, tookMicroseconds microseconds: Int) {
        let line = entry.line(status: status, tookMicroseconds: microseconds)
        if let fault = entry.fault {
            var metadata = line.metadata
            metadata["fault"] = "\(fault.summary)"
            metadata["outcome_unknown"] = "\(fault.outcomeUnknown)"
            logger.error("request failed", metadata: metadata)
        } else if let writer {
            writer.write(line)
        } else {
            logger.info("request", metadata: line.metadata)
        }
    }

    /// Tells of an answer that has begun and cannot be ended: a fault of ours, or that its caller may no longer see it.
    func noteBrokenOff(_ answer: FinishedAnswer, by failure: Failure) {
        var metadata: Logger.Metadata = ["request_id": .string(answer.requestName)]
        if case .notSignedIn = failure {
            metadata["reason"] = "not_signed_in"
            return logger.info("answer broken off", metadata: metadata)
        }
        if case .busy = failure { metadata["reason"] = "busy" }
        if case .unavailable(let fault) = failure { metadata["fault"] = "\(fault.summary)" }
        logger.error("answer broken off", metadata: metadata)
    }

    /// Tells of an answer that turned out to have another length than it said: its records changed meanwhile.
    func noteOtherLength(_ answer: FinishedAnswer) {
        logger.error(
            "answer broken off", metadata: ["request_id": .string(answer.requestName), "reason": "other_length"])
    }
}

/// A handler of logs that takes lines of the access log as they are. It writes what `log` writes for the line's metadata.
package protocol AccessLineWriter: LogHandler {
    func write(_ line: AccessLogLine)
}
