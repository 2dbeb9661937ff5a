import Application
import Domain
import Synchronization

@testable import PostgresClient
@testable import PostgresPersistence

/// Runs statements as they are, and keeps their plans: of those that are planned once, made without a look at values.
final class ExplainingRunner: StatementRunner {
    private let client: PostgresClient
    private let plans = Mutex("")
    private let blind = Mutex(true)

    init(client: PostgresClient) {
        self.client = client
    }

    var plan: String { plans.withLock { $0 } }

    /// Whether all statements were planned once for all values.
    var arePlannedOnce: Bool { blind.withLock { $0 } }

    func rows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) async throws(PostgresError) -> PostgresRows {
        let isBlind = statement.planning == .inOrder
        blind.withLock { $0 = $0 && isBlind }
        let plan: String
        do {
            plan = try await client.transaction { transaction throws(PostgresError) in
                if isBlind { try await transaction.executeScript(Self.prepare(statement)) }
                let explained = isBlind ? Self.execute(values.count) : statement.sql
                let explain = PostgresStatement(sql: "EXPLAIN (COSTS OFF) " + explained)
                var lines: [String] = []
                for row in try await transaction.query(explain, isBlind ? [] : values, setting: sight.setting) {
                    lines.append(try row.string(0))
                }
                return lines.joined(separator: "\n")
            }
        } catch {
            switch error {
            case .work(let error), .client(let error): throw error
            }
        }
        plans.withLock { $0 += plan + "\n" }
        return try await client.longRead(statement, values, setting: sight.setting)
    }

    func longRows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) async throws(PostgresError) -> PostgresRows {
        try await rows(statement, values, seeing: sight)
    }

    private static func prepare(_ statement: PostgresStatement) -> String {
        """
        SET LOCAL plan_cache_mode = force_generic_plan;
        SET LOCAL enable_sort = off;
        SET LOCAL enable_bitmapscan = off;
        SET LOCAL enable_seqscan = off;
        DEALLOCATE ALL;
        PREPARE explained AS \(statement.sql)
        """
    }

    private static func execute(_ values: Int) -> String {
        "EXECUTE explained" + (values == 0 ? "" : "(" + (1...values).map { _ in "NULL" }.joined(separator: ", ") + ")")
    }
}
