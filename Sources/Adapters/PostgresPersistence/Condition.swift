import Application
import PostgresClient

/// A condition of a WHERE clause: fixed SQL in which each `?` stands for the next of the values.
struct Condition {
    let sql: String
    let values: [PostgresValue]
    /// Whether the index to which it leads has whatever such lists are ordered by.
    private(set) var isCovered = false
    /// Whether the index to which it leads has the standard order of such lists.
    private(set) var isInOrder = false

    init(_ sql: String, _ values: PostgresValue...) {
        self.sql = sql
        self.values = values
    }

    /// The same, where the index has whatever such lists are ordered by.
    var covered: Condition {
        var copy = self
        copy.isCovered = true
        return copy
    }

    /// The same, where its index has the standard order: the first page is read from there, whatever its values are.
    var inOrder: Condition {
        var copy = self
        copy.isInOrder = true
        return copy
    }

    /// A row belongs to the cut.
    ///
    /// - Parameter column: the column behind a key.
    init<Key>(_ cut: ListCut<Key>, column: (Key) -> String) {
        let names = cut.beyond.map { column($0.key) }.joined(separator: ", ")
        let marks = cut.beyond.map { _ in "?" }.joined(separator: ", ")
        let beyond = "(\(names)) \(cut.isGreater ? ">" : "<") (\(marks))"
        sql = (cut.equal.map { "\(column($0.key)) = ?" } + [beyond]).joined(separator: " AND ")
        values = (cut.equal + cut.beyond).map { PostgresValue($0.value) }
    }
}

extension PostgresValue {
    fileprivate init(_ value: SortValue) {
        self =
            switch value {
            case .number(let number): .int64(number)
            case .text(let text): .text(text)
            case .instant(let instant): .instant(instant)
            case .date(let date): .day(date)
            }
    }
}
