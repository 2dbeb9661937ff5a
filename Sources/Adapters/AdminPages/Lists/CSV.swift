import Domain
import HTTPTransport
import HTTPTypes

/// Rows as comma-separated values (RFC 4180), with the API's names in the first line.
struct CSV {
    private(set) var bytes: [UInt8]

    /// - Parameter names: of the columns.
    init(_ names: [String]) {
        // Spreadsheets take text for UTF-8 when it begins with this mark.
        bytes = Array("\u{FEFF}".utf8)
        append(names)
    }

    mutating func append(_ values: [String]) {
        bytes += (values.map(CSV.field).joined(separator: ",") + "\r\n").utf8
    }

    /// - Parameter name: of the file, without its ending.
    func answer(_ name: StaticString) -> Answer {
        var answer = Answer.content(bytes, type: "text/csv; charset=utf-8")
        answer.headers[.contentDisposition] = "attachment; filename=\"\(name).csv\""
        return answer
    }

    private static func field(_ value: String) -> String {
        let value = withoutFormulas(value)
        guard value.utf8.contains(where: { ",;\t\"\r\n".utf8.contains($0) }) else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }

    /// A text with an apostrophe before each place that a spreadsheet would compute (OWASP, "CSV Injection"): its beginning,
    /// and what stands behind a mark that spreadsheets of other languages take for the end of a field.
    private static func withoutFormulas(_ value: String) -> String {
        guard value.unicodeScalars.contains(where: { formulaMarks.contains($0) }) else { return value }
        var (safe, isStart) = (String.UnicodeScalarView(), true)
        for scalar in value.unicodeScalars {
            if isStart, formulaMarks.contains(scalar) { safe.append("'") }
            safe.append(scalar)
            // Nobody sees these, and some programs drop them.
            let isInvisible = scalar.properties.generalCategory == .format
            isStart = separators.contains(scalar) || (isStart && isInvisible)
        }
        return String(safe)
    }

    private static let formulaMarks = Set("=+-@＝＋－＠".unicodeScalars)
    private static let separators = Set(";\t\r\n".unicodeScalars)
}
