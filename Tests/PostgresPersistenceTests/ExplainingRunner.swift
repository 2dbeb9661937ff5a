import Application
import Domain
import Synchronization

@testable import PostgresClient
@testable import PostgresPersistence

/// Runs statements as they are, and keeps their plans: of those that are planned once, made without a look at values.
final class ExplainingRunner: StatementRunner {
    private let client: PostgresClient
    private let isGathered: Bool
    private let plans = Mutex("")
    private let blind = Mutex(true)

    /// - Parameter isGathered: whether reads by one key are explained as they are sent for several.
    init(client: PostgresClient, isGathered: Bool = false) {
        self.client = client
        self.isGathered = isGathered
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
                let (sql, bound) = asSent(statement, values)
                let explained = isBlind ? Self.execute(values.count) : sql
                let explain = PostgresStatement(sql: "EXPLAIN (COSTS OFF) " + explained)
                var lines: [String] = []
                for row in try await transaction.query(explain, isBlind ? [] : bound, setting: sight.setting) {
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

    /// For two keys, where it is gathered.
    private func asSent(_ statement: PostgresStatement, _ values: [PostgresValue]) -> (String, [PostgresValue]) {
        guard isGathered, let gathered = statement.gathered, let key = values.last else {
            return (statement.sql, values)
        }
        let keys: PostgresValue
        switch key {
        case .int64(let number): keys = .int64s([number, number + 1])
        case .text(let text): keys = .texts([text, text + "0"])
        case .null, .bool, .double, .timestamp, .date, .bytes, .texts, .int64s: keys = key
        }
        return (gathered, values.dropLast() + [keys])
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
