/// Reads of one kind that go out together: one statement for the keys of all of them, each key once.
struct GatheredRead {
    /// At least one.
    private(set) var reads: [Operation]
    /// Where each of them has its key.
    private var places: [Int] = [0]
    private var keys: [ArraySlice<UInt8>]
    /// Empty as long as there is one read.
    private var placesByKey: [Key: Int] = [:]

    /// Hashed in one go.
    private struct Key: Hashable {
        let bytes: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

        func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }

    /// - Returns: `nil` for a read that goes out by itself.
    init?(_ read: Operation) {
        guard read.request.gathered != nil, let key = read.request.parameters.last else { return nil }
        reads = [read]
        keys = [key]
    }

    private var request: StatementRequest { reads[0].request }

    /// Takes one more, when it differs in nothing but the key.
    ///
    /// - Returns: whether it was taken.
    mutating func take(_ read: Operation) -> Bool {
        let other = read.request
        guard other.gathered == request.gathered, other.setting == request.setting,
            other.parameters.areLike(request.parameters), let key = other.parameters.last
        else { return false }
        if reads.count == 1 { placesByKey[Key(keys[0])] = 0 }
        let place = placesByKey[Key(key)] ?? keys.count
        if place == keys.count {
            keys.append(key)
            placesByKey[Key(key)] = place
        }
        reads.append(read)
        places.append(place)
        return true
    }

    /// What is to be sent: the read itself as long as it is the only one.
    var operation: Operation {
        guard reads.count > 1, let sql = request.gathered else { return reads[0] }
        let all = StatementRequest(
            .query, sql: sql, parameters: request.parameters.replacingLast(with: keys), setting: request.setting)
        return Operation(all, for: self)
    }

    /// Gives each read the row of its key.
    func settle(_ answer: Result<PostgresRows, PostgresError>) {
        switch answer {
        case .failure: for read in reads { read.settle(answer) }
        case .success(let rows):
            let found = Result { () throws(PostgresError) in try rowsByPlace(rows) }
            for (read, place) in zip(reads, places) { read.settle(found.map { PostgresRows($0[place], of: rows) }) }
        }
    }

    /// The row of each key; an empty range where there is none.
    private func rowsByPlace(_ rows: PostgresRows) throws(PostgresError) -> [Range<Int>] {
        var found = [Range<Int>](repeating: 0..<0, count: keys.count)
        for (number, row) in rows.enumerated() {
            let place = try Int(row.int64(row.columnCount - 1)) - 1
            guard found.indices.contains(place), found[place].isEmpty else {
                throw .unexpectedValue(column: row.columnCount - 1)
            }
            found[place] = number..<(number + 1)
        }
        return found
    }
}
