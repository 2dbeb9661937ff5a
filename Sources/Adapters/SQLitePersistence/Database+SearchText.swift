import Domain
import GRDB

extension Database {
    /// Writes the text to search in of a table's records again.
    ///
    /// - Parameters:
    ///   - living: which of them; deleted ones have no use for it.
    ///   - text: what it shall be, of what it is.
    func rewriteSearchText(
        of table: String, where living: String = "deleted_at IS NULL",
        _ text: (String) -> String = { SearchText.folded($0) }
    ) throws {
        let rows = try Row.fetchCursor(self, sql: "SELECT id, search_text FROM \(table) WHERE \(living)")
        var changed: [(id: Int64, text: String)] = []
        while let row = try rows.next() {
            let stored = try row.decode(String.self, atIndex: 1)
            let new = text(stored)
            if new != stored { changed.append((try row.decode(Int64.self, atIndex: 0), new)) }
        }
        for (id, text) in changed {
            try write("UPDATE \(table) SET search_text = ? WHERE id = ?", [text, id])
        }
    }
}
