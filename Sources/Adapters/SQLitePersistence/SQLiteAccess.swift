import Domain
import GRDB

/// A way to the database: on one of the reading threads, or inside a transaction.
protocol SQLiteAccess: Sendable {
    /// How many records are looked up and sorted for a list rather than met in its order.
    var fewRows: Int { get }

    /// Runs statements without a break. The stores are written against this.
    func run<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(Failure) -> Result

    /// The same, begun at once and waited for later.
    ///
    /// - Returns: waits for the answer; to be called once.
    func ask<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) -> @Sendable () async throws(Failure) -> Result

    /// The same as `run` for statements that may give or look at many rows: no short one waits for them.
    func runLong<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(Failure) -> Result
}

extension SQLiteAccess {
    /// Where reads take their turn with transactions, nothing is begun before it is waited for.
    func ask<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) -> @Sendable () async throws(Failure) -> Result {
        { () async throws(Failure) in try await run(body) }
    }

    func runLong<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(Failure) -> Result {
        try await run(body)
    }
}

/// Reads of a database in memory, which has one connection: they take their turn with the transactions, so that they
/// never see what is not committed.
struct SQLiteSharedAccess: SQLiteAccess {
    let writer: SQLiteWriter

    var fewRows: Int { writer.fewRows }

    func run<Result: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Result
    ) async throws(Failure) -> Result {
        try await writer.transaction { transaction throws(Failure) in try await transaction.run(body) }
    }
}
