import NIOCore

/// Watches whether a client takes what is waiting to be sent to it.
struct AnswerProgress {
    private let limits: ConnectionLimits
    /// The number of waiting bytes from which progress is counted.
    private var mark = 0
    private var lastProgress: NIODeadline

    init(limits: ConnectionLimits, connectedAt now: NIODeadline) {
        self.limits = limits
        lastProgress = now
    }

    /// Looks at the number of bytes that are waiting.
    ///
    /// - Returns: whether too few of them have left for too long.
    mutating func isStalled(waiting bytes: Int, at now: NIODeadline) -> Bool {
        if bytes == 0 || bytes <= mark - limits.answerProgress {
            advance(waiting: bytes, at: now)
        }
        mark = max(mark, bytes)
        return now - lastProgress >= limits.answerStall
    }

    /// Notes that the client has taken something.
    mutating func advance(waiting bytes: Int, at now: NIODeadline) {
        mark = bytes
        lastProgress = now
    }
}
