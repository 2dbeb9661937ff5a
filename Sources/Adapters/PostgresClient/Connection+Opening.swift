import CLibPQ
import Logging

extension Connection {
    func open(now: ContinuousClock.Instant) {
        let hosts = configuration.targets.hosts
        let parameters = settings.applied(to: hosts[target % hosts.count])
        generation += 1
        phase = .starting(deadline: now + configuration.connectTimeout)
        if !starter.start(parameters, token: token) { failOpening("no thread", now: now) }
    }

    /// What was begun for an earlier attempt is dropped.
    func finishStart(_ started: ConnectionStarter.Started, now: ContinuousClock.Instant) {
        guard case .starting(let deadline) = phase, started.token == token else { return started.abandon() }
        phase = .connecting(deadline: deadline)
        raw = started.raw
        guard let raw, PQstatus(raw) != CONNECTION_BAD else { return failOpening("refused", now: now) }
        commitDoubt.listen(on: raw)
        watch(writing: true, reading: false)
    }

    func continueOpening(now: ContinuousClock.Instant) {
        guard let raw else { return }
        switch PQconnectPoll(raw) {
        case PGRES_POLLING_READING: watch(writing: false)
        case PGRES_POLLING_WRITING: watch(writing: true, reading: false)
        case PGRES_POLLING_OK: finishOpening(raw, now: now)
        default: failOpening("refused", now: now)
        }
    }

    private func finishOpening(_ raw: OpaquePointer, now: ContinuousClock.Instant) {
        guard PQsetnonblocking(raw, 1) == 0, PQenterPipelineMode(raw) == 1 else {
            return failOpening("unusable", now: now)
        }
        phase = .open
        prepared.forgetAll()
        hasUnsentBytes = false
        watch(writing: false)
        logger.debug("postgres connection open", metadata: ["connection": "\(number)"])
        owner?.connectionOpened(self)
    }

    /// On to the next host; after the last one, a pause. libpq's words about a failed connection name host and
    /// user, never a password or a value.
    func failOpening(_ reason: String, now: ContinuousClock.Instant) {
        let detail = raw.map { String(cString: PQerrorMessage($0)) } ?? ""
        dropSocket()
        target += 1
        let isRoundOver = target % configuration.targets.hosts.count == 0
        let pause = isRoundOver ? backoff.next() : .zero
        phase = .waiting(until: now + pause)
        logger.log(
            level: isRoundOver && backoff.failures == 1 ? .warning : .debug, "postgres connection failed",
            metadata: ["connection": "\(number)", "reason": "\(reason)", "detail": "\(detail)"])
    }

    /// The connection is of no more use: what was not answered goes back to the lane, and a new one is opened.
    func lose(_ reason: PostgresError, now: ContinuousClock.Instant) {
        guard isOpen else { return }
        var unfinished: [Operation] = []
        for slot in slots.takeAll() {
            switch slot {
            case .statement(let operation), .script(let operation):
                if !operation.isFinished { unfinished.append(operation) }
            case .control, .ahead, .prepare, .sync: break
            }
        }
        dropSocket()
        phase = .waiting(until: now + backoff.next())
        logger.warning("postgres connection lost", metadata: ["connection": "\(number)", "reason": "\(reason)"])
        owner?.connectionLost(self, unfinished: unfinished, reason: reason)
    }

    /// Closes and opens anew on purpose, with nothing outstanding that anybody waits for.
    func replace(now: ContinuousClock.Instant) {
        _ = slots.takeAll()
        dropSocket()
        phase = .waiting(until: now)
    }

    /// For good.
    func close() {
        _ = slots.takeAll()
        dropSocket()
        phase = .closed
    }

    private func dropSocket() {
        isAnswered = false
        isBroken = false
        hasUnsentBytes = false
        guard let raw else { return }
        let socket = PQsocket(raw)
        if socket >= 0 { watcher.forget(socket) }
        PQfinish(raw)
        self.raw = nil
    }
}
