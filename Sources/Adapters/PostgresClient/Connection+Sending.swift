import CLibPQ

extension Connection {
    /// Sends operations as one batch with one sync at its end: those without a setting first, so that fewer are to be
    /// taken back.
    func send(_ operations: [Operation], now: ContinuousClock.Instant) {
        guard let first = operations.first else { return }
        begin(now: now)
        forgetStatementsWhenFull()
        if let statement = settings.statement { enqueue(statement, .none, slot: .control(first), for: first) }
        var setting = LocalSetting.none
        for operation in operations where operation.request.setting == .none { enqueue(operation) }
        for operation in operations where operation.request.setting != .none {
            let wanted = operation.request.setting
            if wanted != setting { enqueue(wanted, for: operation) }
            setting = wanted
            enqueue(operation)
        }
        sync()
    }

    /// Sends statements without parameters, what the operation wants ahead of it, and a setting, then the operation
    /// itself, as one batch. When one fails, that is the operation's failure. A script cannot ride along and has to be sent after the sync.
    ///
    /// - Parameter isAlone: whether the batch is a transaction of its own, so that how its statement is planned can be set.
    func send(
        prelude: [String], ahead: [(request: StatementRequest, setting: LocalSetting?)], setting: LocalSetting? = nil,
        isAlone: Bool = false, for operation: Operation, now: ContinuousClock.Instant
    ) {
        begin(now: now)
        // Only before a transaction: in one that has failed already the server takes nothing but its end.
        if !prelude.isEmpty { forgetStatementsWhenFull() }
        for sql in prelude { enqueue(sql, .none, slot: .control(operation), for: operation) }
        for (request, setting) in ahead {
            if let setting { enqueue(setting, for: operation) }
            enqueue(request.sql, request.parameters, slot: .ahead(request, operation), for: operation)
        }
        let planning = isAlone ? operation.request.planning : .byServer
        // How it is planned is said with the setting, also where that is empty.
        if let setting = setting ?? (planning == .byServer ? nil : LocalSetting.none) {
            enqueue(setting, planning, for: operation)
        }
        if operation.request.kind != .script { enqueue(operation, planning) }
        sync()
    }

    private func begin(now: ContinuousClock.Instant) {
        if slots.isEmpty { lastProgress = now }
    }

    private func enqueue(_ setting: LocalSetting, _ planning: Planning = .byServer, for operation: Operation) {
        guard let statement = settingStatements[planning] else { return }
        enqueue(statement, setting.parameters, slot: .control(operation), for: operation)
    }

    /// - Parameter planning: what was set. A statement that asks for another way is not prepared, since then it is
    ///   planned for its values.
    private func enqueue(_ operation: Operation, _ planning: Planning = .byServer) {
        operation.begin()
        if operation.request.kind == .commit { commitDoubt.clear() }
        let request = operation.request
        guard request.planning == planning, planning == .byServer || settingStatements[planning] != nil else {
            return sendOnce(request.sql, request.parameters, slot: .statement(operation))
        }
        enqueue(request.sql, request.parameters, slot: .statement(operation), for: operation)
    }

    private func enqueue(_ sql: String, _ parameters: EncodedParameters, slot: Slot, for operation: Operation) {
        guard let raw else { return }
        let use = prepared.use(of: sql)
        if case .toPrepare(let name) = use {
            slots.append(.prepare(sql: sql, operation))
            check(PQsendPrepare(raw, name, sql, 0, nil))
        }
        slots.append(slot)
        let count = CInt(parameters.count)
        parameters.withPointers { values in
            switch use {
            case .named(let name), .toPrepare(let name):
                check(PQsendQueryPrepared(raw, name, count, values, nil, nil, 1))
            case .unnamed:
                check(PQsendQueryParams(raw, sql, count, nil, values, nil, nil, 1))
            }
        }
    }

    /// Sends a statement that is not prepared.
    private func sendOnce(_ sql: String, _ parameters: EncodedParameters, slot: Slot) {
        guard let raw else { return }
        slots.append(slot)
        parameters.withPointers { values in
            check(PQsendQueryParams(raw, sql, CInt(parameters.count), nil, values, nil, nil, 1))
        }
    }

    /// Makes room for the statements of today's requests, whatever odd ones took it.
    private func forgetStatementsWhenFull() {
        guard let raw, prepared.isFull else { return }
        prepared.forgetAll()
        slots.append(.control(nil))
        check(PQsendQueryParams(raw, "DEALLOCATE ALL", 0, nil, nil, nil, nil, 1))
    }

    private func sync() {
        guard let raw else { return }
        slots.append(.sync)
        check(PQpipelineSync(raw))
        flush()
    }

    /// What could not be sent has a slot but will have no result: no result may be taken any more.
    private func check(_ isSent: CInt) {
        if isSent != 1 { isBroken = true }
    }

    /// Sends several statements in one text. Only when nothing is outstanding.
    func sendScript(_ operation: Operation, now: ContinuousClock.Instant) {
        guard let raw else { return }
        lastProgress = now
        operation.begin()
        slots.append(.script(operation))
        check(PQexitPipelineMode(raw))
        if !isBroken { check(PQsendQuery(raw, operation.request.sql)) }
        flush()
    }

    /// Writes what the socket takes; the rest goes when it can be written again.
    func flush() {
        guard let raw else { return }
        let isPartial = PQflush(raw) == 1
        if isPartial, !hasUnsentBytes { watch(writing: true) }
        hasUnsentBytes = isPartial
    }
}
