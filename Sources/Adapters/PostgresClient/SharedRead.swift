/// Reads of several works that differ in nothing but their values, as one statement.
struct SharedRead {
    /// What is sent. Nobody but `answers` waits for it.
    let request: StatementRequest
    private let reads: [StatementRequest]

    private init(_ reads: [StatementRequest]) {
        self.reads = reads
        request = reads.count > 1 ? StatementRequest.one(of: reads) : reads[0].behind([])
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

    /// The rows of each read, once the statement has been answered.
    func answers() async throws(PostgresError) -> [(StatementRequest, PostgresRows)] {
        let rows = try await request.waiter.value()
        guard reads.count > 1 else { return [(reads[0], rows)] }
        return zip(reads, try places(in: rows)).map { ($0, PostgresRows($1, of: rows)) }
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
