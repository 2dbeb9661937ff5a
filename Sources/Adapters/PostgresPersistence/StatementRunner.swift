import Application
import Domain
import PostgresClient

/// What a store's statements run on: a client, each by itself, or a transaction, all together.
protocol StatementRunner: Sendable {
    /// Runs a read that finds few rows by their keys.
    func rows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) async throws(PostgresError) -> PostgresRows

    /// Begins such a read, where what is asked for next may travel with it.
    ///
    /// - Returns: waits for the rows; to be called once.
    func askForRows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) -> @Sendable () async throws(PostgresError) -> PostgresRows

    /// Runs a read that may take long: a list, a search.
    func longRows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) async throws(PostgresError) -> PostgresRows
}

extension PostgresClient: StatementRunner {
    func askForRows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) -> @Sendable () async throws(PostgresError) -> PostgresRows {
        do throws(PostgresError) {
            let read = try beginRead(statement, values, setting: sight.setting)
            return { () async throws(PostgresError) in try await read.rows() }
        } catch {
            return { () async throws(PostgresError) in throw error }
        }
    }

    func rows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) async throws(PostgresError) -> PostgresRows {
        try await read(statement, values, setting: sight.setting)
    }

    func longRows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) async throws(PostgresError) -> PostgresRows {
        try await longRead(statement, values, setting: sight.setting)
    }
}

extension StatementRunner {
    /// Where nothing travels together, nothing is asked before it is waited for.
    func askForRows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) -> @Sendable () async throws(PostgresError) -> PostgresRows {
        { () async throws(PostgresError) in try await self.rows(statement, values, seeing: sight) }
    }
}

extension PostgresTransaction: StatementRunner {
    func rows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) async throws(PostgresError) -> PostgresRows {
        try await query(statement, values, setting: sight.setting)
    }

    func longRows(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight
    ) async throws(PostgresError) -> PostgresRows {
        try await query(statement, values, setting: sight.setting)
    }
}

/// Makes a value of a row.
typealias RowReading<Value> = (_ row: inout ColumnCursor) throws(PostgresError) -> Value

extension StatementRunner {
    /// The row that a statement finds by its keys, or `nil`.
    func first<Value>(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight = .nothing,
        _ read: RowReading<Value>
    ) async throws(Failure) -> Value? {
        do throws(PostgresError) {
            return try await rows(statement, values, seeing: sight).first(read)
        } catch {
            throw Failure(postgres: error)
        }
    }

    /// All rows of a list.
    func all<Value>(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight = .nothing,
        _ read: RowReading<Value>
    ) async throws(Failure) -> [Value] {
        do throws(PostgresError) {
            let rows = try await longRows(statement, values, seeing: sight)
            var list: [Value] = []
            list.reserveCapacity(rows.count)
            for row in rows {
                var cursor = ColumnCursor(row)
                list.append(try read(&cursor))
            }
            return list
        } catch {
            throw Failure(postgres: error)
        }
    }
}

extension StatementRunner {
    /// The rows of a page, in the order of the list.
    func list<Query: ListQuery, Row>(
        _ selection: Selection, _ query: Query, column: (Query.Key) -> String, _ read: RowReading<Row>
    ) async throws(Failure) -> [Row] {
        let (statement, values) = selection.statement(for: query, column: column)
        let rows = try await all(statement, values, seeing: selection.sight, read)
        return query.isBackwards ? rows.reversed() : rows
    }

    /// How many rows a list has on all its pages.
    func count(_ selection: Selection) async throws(Failure) -> Int {
        let (statement, values) = selection.counting()
        return try await all(statement, values, seeing: selection.sight) { row throws(PostgresError) in
            try row.int()
        }.first ?? 0
    }
}

extension PostgresTransaction {
    /// Runs an INSERT that returns the number of its row.
    func insert<Kind>(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight = .nothing
    ) async throws(Failure) -> ID<Kind> {
        guard let id: ID<Kind> = try await insertIfPossible(statement, values, seeing: sight) else {
            throw Failure(postgres: .unexpectedRowCount(0))
        }
        return id
    }

    /// Runs an INSERT that may find nothing to insert.
    func insertIfPossible<Kind>(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight = .nothing
    ) async throws(Failure) -> ID<Kind>? {
        try await first(statement, values, seeing: sight) { row throws(PostgresError) in try row.id() }
    }

    /// Runs a statement that changes rows.
    ///
    /// - Returns: how many rows it changed.
    @discardableResult
    func change(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight = .nothing
    ) async throws(Failure) -> Int {
        do throws(PostgresError) {
            return try await execute(statement, values, setting: sight.setting)
        } catch {
            throw Failure(postgres: error)
        }
    }

    /// Has a statement run with the next one, or with COMMIT, where nobody needs to know how many rows it changes. What is
    /// wrong with it, that one or the transaction fails with.
    ///
    /// - Parameter sight: without one it must not touch what has a policy.
    func changeLater(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight? = nil
    ) throws(Failure) {
        do throws(PostgresError) {
            try executeLater(statement, values, setting: sight?.setting)
        } catch {
            throw Failure(postgres: error)
        }
    }

    /// Has a statement run with the next one.
    ///
    /// - Returns: gives the row that it found, or `nil`, when the next one has been answered.
    func firstLater<Value>(
        _ statement: PostgresStatement, _ values: [PostgresValue], seeing sight: Sight = .nothing,
        _ read: @escaping RowReading<Value>
    ) throws(Failure) -> () async throws(Failure) -> Value? {
        do throws(PostgresError) {
            let later = try queryLater(statement, values, setting: sight.setting)
            return { () async throws(Failure) in
                do throws(PostgresError) {
                    return try await later.rows().first(read)
                } catch {
                    throw Failure(postgres: error)
                }
            }
        } catch {
            throw Failure(postgres: error)
        }
    }
}

extension PostgresRows {
    /// The only row, or `nil`.
    func first<Value>(_ read: RowReading<Value>) throws(PostgresError) -> Value? {
        guard let row = try atMostOne else { return nil }
        var cursor = ColumnCursor(row)
        return try read(&cursor)
    }
}
