import NIOCore

/// Follows the requests of one connection and tells when the client takes too long. Tells no time by itself.
struct RequestClock {
    private enum Phase {
        /// Nothing came yet.
        case connected(since: NIODeadline)
        case head(since: NIODeadline)
        case body(headSince: NIODeadline, since: NIODeadline, bytes: Int)
        case betweenRequests(since: NIODeadline)
    }

    private let limits: ConnectionLimits
    private var phase: Phase
    /// How many requests, the one that is being read among them once its head was, lack the end of their answer.
    private(set) var openAnswers = 0
    /// Since when no new request is waited for any longer than `farewell`, if that is so.
    private var stoppedAt: NIODeadline?

    init(limits: ConnectionLimits, connectedAt now: NIODeadline) {
        self.limits = limits
        phase = .connected(since: now)
    }

    var isReadingBody: Bool {
        if case .body = phase { true } else { false }
    }

    var isStopping: Bool { stoppedAt != nil }

    /// Notes that the server stops.
    mutating func stop(at now: NIODeadline) { stoppedAt = stoppedAt ?? now }

    /// Notes that bytes came.
    ///
    /// - Returns: whether they begin a request.
    mutating func bytesArrived(at now: NIODeadline) -> Bool {
        switch phase {
        case .connected(let since): phase = .head(since: since)
        case .betweenRequests: phase = .head(since: now)
        case .head, .body: return false
        }
        return true
    }

    mutating func headArrived(at now: NIODeadline) {
        openAnswers += 1
        switch phase {
        case .connected(let since), .head(let since): phase = .body(headSince: since, since: now, bytes: 0)
        case .betweenRequests, .body: phase = .body(headSince: now, since: now, bytes: 0)
        }
    }

    mutating func bodyArrived(bytes more: Int) {
        guard case .body(let headSince, let since, let bytes) = phase else { return }
        phase = .body(headSince: headSince, since: since, bytes: bytes + more)
    }

    mutating func requestEnded(at now: NIODeadline) {
        phase = .betweenRequests(since: now)
    }

    mutating func answerEnded(at now: NIODeadline) {
        openAnswers -= 1
        // While we were answering, the client could not be blamed for anything.
        switch phase {
        case .head: phase = .head(since: now)
        case .betweenRequests: phase = .betweenRequests(since: now)
        // Behind earlier answers a body waits until they are out, however long that takes.
        case .body where openAnswers == 1: phase = .body(headSince: now, since: now, bytes: 0)
        case .connected, .body: break
        }
    }

    /// Notes that parts of an answer are still on their way, while nobody can expect the next request.
    mutating func answerLeaving(at now: NIODeadline) {
        if case .betweenRequests = phase { phase = .betweenRequests(since: now) }
    }

    /// Why the client has to be cut by now, if it has to.
    func overdue(at now: NIODeadline) -> ConnectionCut? {
        switch phase {
        case .connected(let since):
            return now - since >= limits.head || isTimeToGo(now) ? .idle : nil
        case .head(let since):
            return openAnswers == 0 && now - since >= limits.head ? .slowHead : nil
        case .betweenRequests(let since):
            return openAnswers == 0 && (now - since >= limits.idle || isTimeToGo(now)) ? .idle : nil
        case .body where openAnswers > 1: return nil
        case .body(let headSince, let since, let bytes):
            if now - headSince >= limits.request { return .slowRequest }
            return bytes < bytesDue(after: now - since) ? .slowBody : nil
        }
    }

    private func isTimeToGo(_ now: NIODeadline) -> Bool {
        stoppedAt.map { now - $0 >= limits.farewell } ?? false
    }

    private func bytesDue(after time: TimeAmount) -> Int {
        let beyondGrace = max(0, (time - limits.bodyGrace).nanoseconds)
        return Int(beyondGrace / 1_000_000) * limits.bodyBytesPerSecond / 1_000
    }
}
