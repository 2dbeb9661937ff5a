/// Reads of several works that differ in nothing but their values, as one statement.
struct SharedRead {
    /// What is sent.
    let request: StatementRequest
    private let reads: [StatementRequest]

    private init(_ reads: [StatementRequest]) {
        self.reads = reads
        request = StatementRequest.one(of: reads)
    }

    /// All reads of a batch, those that see the same one after the other, so that this is said once.
    static func joined(_ reads: [StatementRequest]) -> [SharedRead] {
        var groups: [[StatementRequest]] = []
        for read in reads {
            if let index = groups.firstIndex(where: { $0[0].goesTogether(with: read) }) {
                groups[index].append(read)
            } else {
                groups.append([read])
            }
        }
        let settings = groups.map { $0[0].setting }.uniqued
        return settings.flatMap { setting in groups.filter { $0[0].setting == setting }.map { SharedRead($0) } }
    }

    /// Gives each read its rows, once the statement has been answered.
    func handOut() async throws(PostgresError) {
        guard reads.count > 1 else { return }
        let rows = try await request.waiter.value()
        for (read, places) in zip(reads, try places(in: rows)) {
            read.waiter.settle(.success(PostgresRows(places, of: rows)))
        }
    }

    /// Where each read has its rows, which its place, the last column, says.
    private func places(in rows: PostgresRows) throws(PostgresError) -> [Range<Int>] {
        var found = [Range<Int>](repeating: 0..<0, count: reads.count)
        for (number, row) in rows.enumerated() {
            let column = row.columnCount - 1
            let place = try Int(row.int64(column)) - 1
            guard found.indices.contains(place), found[place].isEmpty || found[place].upperBound == number else {
                throw .unexpectedValue(column: column)
            }
            found[place] = (found[place].isEmpty ? number : found[place].lowerBound)..<(number + 1)
        }
        return found
    }
}

extension [LocalSetting] {
    /// Each once, in the order in which they first come.
    fileprivate var uniqued: [LocalSetting] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
