import Domain
import GRDB

extension Database {
    /// Folds the text to search in of a table's records again.
    ///
    /// - Parameter living: which of them; deleted ones have no use for it.
    func foldSearchText(of table: String, where living: String = "deleted_at IS NULL") throws {
        let rows = try Row.fetchCursor(self, sql: "SELECT id, search_text FROM \(table) WHERE \(living)")
        var folded: [(id: Int64, text: String)] = []
        while let row = try rows.next() {
            let stored = try row.decode(String.self, atIndex: 1)
            let text = SearchText.folded(stored)
            if text != stored { folded.append((try row.decode(Int64.self, atIndex: 0), text)) }
        }
        for (id, text) in folded {
            try write("UPDATE \(table) SET search_text = ? WHERE id = ?", [text, id])
        }
    }
}
