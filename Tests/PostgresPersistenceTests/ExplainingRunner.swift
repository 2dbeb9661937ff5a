import Application
import Domain
import PostgresClient
import Synchronization

@testable import PostgresPersistence

/// Runs statements as they are, and keeps their plans.
final class ExplainingRunner: StatementRunner {
    private let client: PostgresClient
    /// Whether plans are made without a look at the values.
    private let isBlind: Bool
    private let plans = Mutex("")

    init(client: PostgresClient, isBlind: Bool = false) {
        self.client = client
        self.isBlind = isBlind
    }

    var plan: String { plans.withLock { $0 } }

    func rows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) async throws(PostgresError) -> PostgresRows {
        let plan: String
        do {
            plan = try await client.transaction { [isBlind] transaction throws(PostgresError) in
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
