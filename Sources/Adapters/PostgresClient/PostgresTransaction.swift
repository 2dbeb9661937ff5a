/// A transaction that is under way. Good only inside the closure it is given to.
/// Statements run one after the other, in the order they are asked for; reads of one that is shared (`SharedSeat`) in any.
public final class PostgresTransaction: Sendable {
    private let carrier: any StatementCarrier
    /// The last error of a statement: tells whether running the whole again may help, even when the work
    /// has made something else of it.
    private let lastFailure = Guarded<PostgresError?>(nil)
    /// Statements that wait for the next one.
    private let later = Guarded<[StatementRequest]>([])
    private let keepsNothing = Guarded(false)

    init(_ carrier: any StatementCarrier) {
        self.carrier = carrier
    }

    var failure: PostgresError? { lastFailure.withLock { $0 } }

    /// Runs a statement under a setting and gives its rows.
    /// - Throws: `.server` when it is refused: the transaction is then aborted, unless within a savepoint;
    ///   `.connectionLost`, `.timedOut`, `.cancelled` when it is undone; `.invalidParameter`; `.transactionFinished`.
    @discardableResult
    public func query(
        _ statement: PostgresStatement, _ parameters: [PostgresValue] = [], setting: LocalSetting = .none
    ) async throws(PostgresError) -> PostgresRows {
        try await send(try StatementRequest(statement, parameters, setting, hasWantedRows: true, ahead: takeLater()))
    }

    /// Runs a statement that changes something and gives the number of rows it touched. Throws as `query`.
    @discardableResult
    public func execute(
        _ statement: PostgresStatement, _ parameters: [PostgresValue] = [], setting: LocalSetting = .none
    ) async throws(PostgresError) -> Int {
        try await send(try StatementRequest(statement, parameters, setting, ahead: takeLater())).affected
    }

    /// Has a statement run whose rows nobody needs: ahead of the next statement or of COMMIT, in the same batch, so that it
    /// costs no round trip. When it is refused, so is that one, with its error.
    ///
    /// - Parameter setting: with `nil` it runs under whatever setting is in force, so it must not be one that a policy
    ///   looks at.
    /// - Throws: `.invalidStatement`, `.invalidParameter`.
    public func executeLater(
        _ statement: PostgresStatement, _ parameters: [PostgresValue] = [], setting: LocalSetting? = nil
    ) throws(PostgresError) {
        let request = try StatementRequest(statement, parameters, setting ?? .none, keepsSetting: setting == nil)
        later.withLock { $0.append(request) }
    }

    /// The same for a statement whose rows are asked for when the next one has been answered.
    public func queryLater(
        _ statement: PostgresStatement, _ parameters: [PostgresValue] = [], setting: LocalSetting = .none
    ) throws(PostgresError) -> LaterRows {
        let request = try StatementRequest(statement, parameters, setting, hasWantedRows: true)
        later.withLock { $0.append(request) }
        return LaterRows(request: request)
    }

    /// Has statements run with the next one.
    func leave(_ requests: [StatementRequest]) { later.withLock { $0 += requests } }

    func takeLater() -> [StatementRequest] {
        later.withLock { later in
            defer { later = [] }
            return later
        }
    }

    /// Runs a text of several statements without parameters (a migration). It must not hold BEGIN or COMMIT.
    /// The first error ends it. Throws as `query`.
    public func executeScript(_ sql: String) async throws(PostgresError) {
        guard !sql.utf8.contains(0) else { throw .invalidStatement }
        _ = try await send(StatementRequest(.script, sql: sql, ahead: takeLater()))
    }

    /// Has it end by ROLLBACK. It has only read; but a number taken from a sequence would have COMMIT wait for the disk.
    func keepNothing() { keepsNothing.withLock { $0 = true } }

    /// Deaf to cancellation: a COMMIT is never cancelled.
    func commit() async throws(PostgresError) {
        guard !keepsNothing.withLock({ $0 }) else { return await rollback() }
        do throws(PostgresError) {
            _ = try await carrier.carry(StatementRequest(.commit, sql: "COMMIT", ahead: takeLater()))
        } catch .transactionRolledBack {
            throw failure ?? .transactionRolledBack
        }
    }

    /// When it fails the connection is gone, and the server rolls back by itself.
    func rollback() async {
        _ = try? await carrier.carry(StatementRequest(.rollback, sql: "ROLLBACK"))
    }

    func send(_ request: StatementRequest) async throws(PostgresError) -> PostgresRows {
        do throws(PostgresError) {
            return try await carrier.carry(request)
        } catch {
            lastFailure.withLock { $0 = error }
            throw error
        }
    }
}
