/// What works leave for the end of a transaction that they share.
enum LeftStatements {
    /// The statements of all works, those of each in its order. What works left first is one statement where it is the same.
    static func joined(_ works: [[StatementRequest]]) -> [StatementRequest] {
        var groups: [[StatementRequest]] = []
        var rest: [StatementRequest] = []
        for work in works {
            guard let first = work.first, first.together != nil else {
                rest += work
                continue
            }
            rest += work.dropFirst()
            if let index = groups.firstIndex(where: { $0[0].goesTogether(with: first) }) {
                groups[index].append(first)
            } else {
                groups.append([first])
            }
        }
        return groups.map(StatementRequest.one) + rest
    }
}
