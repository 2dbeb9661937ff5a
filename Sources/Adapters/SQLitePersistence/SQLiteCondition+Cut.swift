import Application
import Domain
import GRDB

extension SQLiteCondition {
    /// A record belongs to the cut.
    init<Key>(_ cut: ListCut<Key>, _ column: (Key) -> String) {
        let names = cut.beyond.map { column($0.key) }.joined(separator: ", ")
        let marks = cut.beyond.map { _ in "?" }.joined(separator: ", ")
        let beyond = "(\(names)) \(cut.isGreater ? ">" : "<") (\(marks))"
        let equal = cut.equal.map { "\(column($0.key)) = ?" }
        self.init(
            sql: "(" + (equal + [beyond]).joined(separator: " AND ") + ")",
            values: (cut.equal + cut.beyond).map(\.value.sqlite))
    }
}

extension SortValue {
    fileprivate var sqlite: any SQLiteValue {
        switch self {
        case .number(let number): number
        case .text(let text): text
        case .instant(let instant): instant.microseconds
        case .date(let date): date.description
        }
    }
}
