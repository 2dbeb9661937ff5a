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
        return groups.map(one) + rest
    }

    private static func one(_ requests: [StatementRequest]) -> StatementRequest {
        let first = requests[0]
        guard requests.count > 1, let sql = first.together else { return first }
        return StatementRequest(
            .query, sql: sql, parameters: .arrays(of: requests.map(\.parameters)), setting: first.setting,
            keepsSetting: first.keepsSetting)
    }
}

extension StatementRequest {
    fileprivate func goesTogether(with other: StatementRequest) -> Bool {
        sql == other.sql && setting == other.setting && keepsSetting == other.keepsSetting
            && parameters.count == other.parameters.count
    }
}
