/// One use of an exclusive connection, from its grant to its end. Confined to the reactor's event loop.
final class Lease {
    let id: LeaseID
    let request: LeaseRequest
    /// Nil once the connection was lost or given up.
    var connection: Connection?
    /// Why there is no connection any more.
    var failure: PostgresError = .connectionLost
    var hasBegun = false
    /// What is set in the transaction; nil when that is not known.
    private var setting: LocalSetting? = LocalSetting.none
    var running: Operation?
    var queue = FIFO<Operation>()
    /// The connection must not be used again after this lease.
    var isSpoilt = false
    /// A commit or rollback was sent: after its sync the lease is over.
    var isEnding = false

    init(id: LeaseID, request: LeaseRequest, connection: Connection) {
        self.id = id
        self.request = request
        self.connection = connection
    }

    /// What has to be set before the statement runs; nil when it is set.
    func takeSetting(for request: StatementRequest) -> LocalSetting? {
        guard !request.keepsSetting else { return nil }
        // Outside a transaction each statement is one of its own, in which nothing is set.
        let known = self.request.begin == nil ? LocalSetting.none : setting
        // Going back takes settings back, too.
        setting = request.sql.hasPrefix("ROLLBACK TO") ? nil : request.setting
        return known == request.setting ? nil : request.setting
    }

    /// What goes ahead of a statement, each with what has to be set before it.
    func takeAhead(of request: StatementRequest) -> [(request: StatementRequest, setting: LocalSetting?)] {
        request.ahead.map { ($0, takeSetting(for: $0)) }
    }

    /// A statement was refused: whatever is done about it may take settings back.
    func forgetSetting() {
        setting = nil
    }

    /// The statements that go before the first one.
    func takePrelude(_ settings: SessionSettings) -> [String] {
        // Outside a transaction each statement is one of its own and sets the timeouts for itself.
        guard let begin = request.begin else { return settings.statement.map { [$0] } ?? [] }
        guard !hasBegun else { return [] }
        hasBegun = true
        return [begin] + (settings.statement.map { [$0] } ?? [])
    }
}
