import CLibPQ
import Glibc
import Logging

extension Connection {
    func receive(now: ContinuousClock.Instant) {
        guard let raw else { return }
        var isAlive = true
        repeat {
            isAlive = PQconsumeInput(raw) == 1
            while isAlive, hasUnreadTLS(raw) { isAlive = PQconsumeInput(raw) == 1 }
            drainResults(now: now)
            // What has come meanwhile is taken at once: to be told of it costs two threads' wake-ups.
        } while isAlive && !isBroken && self.raw == raw && !slots.isEmpty && watcher.hasBytes(PQsocket(raw))
        guard let current = self.raw, current == raw else { return }
        guard isAlive, !isBroken, PQstatus(raw) != CONNECTION_BAD else { return lose(.connectionLost, now: now) }
        if hasUnsentBytes { flush() }
    }

    /// Bytes that OpenSSL has decrypted and libpq has not taken: epoll cannot see them on the socket. Looked up at
    /// run time, so that nothing need link libssl.
    private func hasUnreadTLS(_ raw: OpaquePointer) -> Bool {
        guard let tls = PQgetssl(raw), let pending = Self.tlsPending else { return false }
        return pending(tls) > 0
    }

    private static let tlsPending = dlsym(nil, "SSL_pending").map {
        unsafeBitCast($0, to: (@convention(c) (UnsafeMutableRawPointer) -> CInt).self)
    }

    /// Takes each result that is complete. The owner may send or close meanwhile.
    private func drainResults(now: ContinuousClock.Instant) {
        while let raw, !isBroken, let slot = slots.first, PQisBusy(raw) == 0 {
            guard let result = PQgetResult(raw) else {
                guard isAnswered else { return }
                endSlot(slot)
                continue
            }
            let storage = RowStorage(owning: result)
            lastProgress = now
            let isTaken = withExtendedLifetime(storage) { take(result, in: storage, for: slot) }
            guard isTaken else { return lose(.connectionLost, now: now) }
        }
    }

    /// A NULL: the first slot has had all its results.
    private func endSlot(_ slot: Slot) {
        isAnswered = false
        _ = slots.popFirst()
        guard case .script(let operation) = slot, let raw else { return }
        isBroken = PQenterPipelineMode(raw) != 1
        report(operation, .rows(PostgresRows(storage: .empty)))
        owner?.connectionSynced(self)
    }

    /// False when the connection is of no more use.
    private func take(_ result: OpaquePointer, in storage: RowStorage, for slot: Slot) -> Bool {
        switch PQresultStatus(result) {
        case PGRES_PIPELINE_SYNC:
            _ = slots.popFirst()
            isAnswered = false
            backoff.reset()
            owner?.connectionSynced(self)
            return true
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            isAnswered = true
            succeed(slot, result, in: storage)
            return true
        case PGRES_PIPELINE_ABORTED:
            isAnswered = true
            fail(slot, with: .aborted)
            return true
        case PGRES_FATAL_ERROR:
            isAnswered = true
            guard let error = PostgresServerError(result: result) else { return false }
            guard !error.endsConnection else {
                logger.warning("postgres ends a connection", metadata: ["reason": "\(error)"])
                return false
            }
            fail(slot, with: .refused(error))
            return true
        default:
            // COPY, which waits for more than can be said here.
            fail(slot, with: .unsupported)
            return false
        }
    }

    private func succeed(_ slot: Slot, _ result: OpaquePointer, in storage: RowStorage) {
        switch slot {
        case .control, .prepare, .sync, .script:
            break
        case .ahead(let request, _):
            if request.hasWantedRows {
                request.waiter.settle(.success(PostgresRows(storage: storage)))
            }
        case .statement(let operation):
            report(operation, outcome(of: result, in: storage, for: operation))
        }
    }

    private func outcome(of result: OpaquePointer, in storage: RowStorage, for operation: Operation) -> Outcome {
        guard operation.request.kind == .commit else {
            return .rows(PostgresRows(storage: storage))
        }
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else { return .rolledBack }
        return commitDoubt.isRaised ? .inDoubt : .rows(PostgresRows(storage: .empty))
    }

    private func fail(_ slot: Slot, with outcome: Outcome) {
        switch slot {
        case .control(let operation):
            // Which statement it was is not known here.
            if case .refused(let error) = outcome, error.isStalePreparedStatement { prepared.forgetAll() }
            if let operation { failBeforehand(operation, with: outcome) }
        case .ahead(let request, let operation):
            if case .refused(let error) = outcome, error.isStalePreparedStatement { prepared.forget(request.sql) }
            failBeforehand(operation, with: outcome)
        case .prepare(let sql, let operation):
            prepared.forget(sql)
            failBeforehand(operation, with: outcome)
        case .statement(let operation), .script(let operation):
            if case .refused(let error) = outcome, error.isStalePreparedStatement {
                prepared.forget(operation.request.sql)
            }
            report(operation, operation.refusal.map { .refused($0) } ?? outcome)
        case .sync:
            break
        }
    }

    /// What goes ahead of a statement has failed. The statement's own slot follows, aborted, and tells why: reported
    /// here as well, a read would be sent again twice. A script has not been sent yet and will not be.
    private func failBeforehand(_ operation: Operation, with outcome: Outcome) {
        guard case .refused(let error) = outcome else { return }
        operation.refusal = error
        if operation.request.kind == .script { report(operation, outcome) }
    }

    private func report(_ operation: Operation, _ outcome: Outcome) {
        owner?.connection(self, finished: operation, with: outcome)
    }
}
