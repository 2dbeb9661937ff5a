extension TransactionLane {
    func run(_ id: LeaseID, _ request: StatementRequest) {
        guard let lease = leases[id] else {
            request.waiter.settle(.failure(.transactionFinished))
            return
        }
        lease.queue.append(Operation(request, sendBy: now, answerWithin: .zero))
        pump(lease)
    }

    func release(_ id: LeaseID) {
        guard let lease = leases[id] else { return }
        lease.isEnding = true
        // Else its sync is still to come.
        if lease.running == nil { end(lease) }
    }

    /// Sends the lease's next statement, when none is running.
    func pump(_ lease: Lease) {
        while lease.running == nil, !lease.isEnding, let operation = lease.queue.popFirst() {
            guard !operation.isUnwanted else { continue }
            guard let connection = lease.connection else {
                fail(operation, of: lease)
                continue
            }
            start(operation, of: lease, on: connection)
        }
    }

    private func start(_ operation: Operation, of lease: Lease, on connection: Connection) {
        switch operation.request.kind {
        case .query:
            lease.running = operation
            let prelude = lease.takePrelude(connection.settings)
            let ahead = lease.takeAhead(of: operation.request)
            let setting = lease.takeSetting(for: operation.request)
            connection.send(
                prelude: prelude, ahead: ahead, setting: setting, isAlone: lease.request.begin == nil, for: operation,
                now: now)
        case .script:
            lease.running = operation
            let prelude = lease.takePrelude(connection.settings)
            if prelude.isEmpty, operation.request.ahead.isEmpty {
                connection.sendScript(operation, now: now)
            } else {
                let ahead = lease.takeAhead(of: operation.request)
                connection.send(prelude: prelude, ahead: ahead, for: operation, now: now)
            }
        case .commit, .rollback:
            lease.isEnding = true
            guard lease.hasBegun || !operation.request.ahead.isEmpty else {
                operation.settle(.success(PostgresRows(storage: .empty)))
                return end(lease)
            }
            lease.running = operation
            let prelude = lease.takePrelude(connection.settings)
            let ahead = lease.takeAhead(of: operation.request)
            connection.send(prelude: prelude, ahead: ahead, for: operation, now: now)
        }
    }

    /// There is no connection any more, so the server has undone everything.
    private func fail(_ operation: Operation, of lease: Lease) {
        switch operation.request.kind {
        case .query, .script:
            operation.settle(.failure(lease.failure))
        case .commit, .rollback:
            operation.settle(.failure(lease.failure))
            end(lease)
        }
    }

    /// What was sent on a connection and never answered.
    func settleLost(_ operation: Operation, reason: PostgresError) {
        operation.settle(.failure(operation.request.kind == .commit ? .commitOutcomeUnknown : reason))
    }
}

extension TransactionLane: ConnectionOwner {
    func connectionOpened(_ connection: Connection) {}

    func connection(_ connection: Connection, finished operation: Operation, with outcome: Outcome) {
        switch outcome {
        case .rows(let rows): operation.settle(.success(rows))
        case .aborted: operation.settle(.failure(.connectionLost))
        case .unsupported:
            operation.settle(.failure(.invalidStatement))
            // With this reason, so that a work which ignores it is not run again either.
            if let lease = lease(of: connection) { giveUp(lease, .invalidStatement) }
        case .rolledBack: operation.settle(.failure(.transactionRolledBack))
        case .inDoubt: operation.settle(.failure(.commitOutcomeUnknown))
        case .refused(let error):
            if let lease = lease(of: connection), error.state == .readOnlyTransaction, !lease.request.isReadOnly {
                // The server has become a standby: look for the primary.
                lease.isSpoilt = true
            }
            lease(of: connection)?.forgetSetting()
            operation.settle(.failure(.server(error)))
        }
    }

    func connectionSynced(_ connection: Connection) {
        guard let lease = lease(of: connection), let running = lease.running else { return }
        if running.request.kind == .script, !running.isFinished {
            // That was its BEGIN.
            return connection.sendScript(running, now: now)
        }
        lease.running = nil
        if lease.isEnding { return end(lease) }
        guard lease.hasBegun, connection.isOutsideTransaction else { return pump(lease) }
        // BEGIN failed, or the work has committed by itself: nothing more may run as if in a transaction.
        abandon(lease, .transactionRolledBack)
        connection.replace(now: now)
    }

    func connectionLost(_ connection: Connection, unfinished: [Operation], reason: PostgresError) {
        lost += 1
        for operation in unfinished { settleLost(operation, reason: reason) }
        guard let lease = lease(of: connection) else { return }
        if let running = lease.running, !running.isFinished { settleLost(running, reason: reason) }
        let isOver = lease.isEnding
        abandon(lease, reason)
        if isOver { end(lease) }
    }
}
