import Domain
import HTTPTransport
import HTTPTypes

/// Rows as comma-separated values (RFC 4180), with the API's names in the first line.
struct CSV {
    private var text: String

    /// - Parameter names: of the columns.
    init(_ names: [String]) {
        // Spreadsheets take text for UTF-8 when it begins with this mark.
        text = "\u{FEFF}" + CSV.line(names)
    }

    mutating func append(_ values: [String]) { text += CSV.line(values) }

    /// - Parameter name: of the file, without its ending.
    func answer(_ name: StaticString) -> Answer {
        var answer = Answer.content(Array(text.utf8), type: "text/csv; charset=utf-8")
        answer.headers[.contentDisposition] = "attachment; filename=\"\(name).csv\""
        return answer
    }

    private static func line(_ values: [String]) -> String { values.map(field).joined(separator: ",") + "\r\n" }

    private static func field(_ value: String) -> String {
        let value = isFormula(value) ? "'" + value : value
        guard value.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }

    /// Whether a spreadsheet would compute it (OWASP, "CSV Injection").
    private static func isFormula(_ value: String) -> Bool {
        value.unicodeScalars.first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
    }
}

/// How many rows are exported at most.
enum ExportLimit {
    static let rows = 100_000
}
