import Application
import Domain

/// What was done with a patient's data, by whom, when.
struct AccessList {
    let rows: [PatientAccess]
    /// What is said when there is nothing.
    let empty: PatientPhrase
    let request: PageRequest

    private var say: Language { request.language }

    var html: HTML {
        guard !rows.isEmpty else { return "<p class=\"soft\">\(say(empty))</p>" }
        return "<ol class=\"history\">\(rows.map(line))</ol>"
    }

    private func line(_ row: PatientAccess) -> HTML {
        let (entry, time) = (row.kept.entry, request.time)
        let action = AuditAction(rawValue: entry.action).map { say($0) } ?? entry.action
        let number = entry.record.map { " #\($0)" } ?? ""
        let fields = entry.changedCodes.map { code in Field(rawValue: code).map { say($0) } ?? code }
        let changed = fields.isEmpty ? "" : ": " + fields.joined(separator: ", ")
        let refused = entry.outcome == AuditOutcome.done.rawValue ? "" : " (\(say(PatientPhrase.refused)))"
        return """
            <li><time datetime="\(time.local(entry.at).text)">\(say.moment(entry.at, in: time))</time> \
            <strong>\(row.username?.text ?? say(PatientPhrase.nobodyKnown))</strong> \
            \(action)\(number)\(changed)\(refused)</li>
            """
    }
}
