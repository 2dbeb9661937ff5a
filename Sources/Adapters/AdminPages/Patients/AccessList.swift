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

/// Who opened a patient's record, each once, with how often and when last.
struct LookList {
    let rows: [PatientAccess]
    let request: PageRequest

    private var say: Language { request.language }

    /// So many people are named.
    private static let most = 10

    private struct Look {
        let name: String
        let last: Instant
        var count = 1
    }

    var html: HTML {
        var looks: [Look] = []
        for row in rows {
            let name = row.username?.text ?? say(PatientPhrase.nobodyKnown)
            if let index = looks.firstIndex(where: { $0.name == name }) {
                looks[index].count += 1
            } else {
                looks.append(Look(name: name, last: row.kept.entry.at))
            }
        }
        let lines = looks.prefix(LookList.most).map { look in
            """
            <li><time datetime="\(request.time.local(look.last).text)">\(say.moment(look.last, in: request.time))</time> \
            <strong>\(look.name)</strong> \(say(PatientPhrase.times(look.count)))</li>
            """ as HTML
        }
        return "<ol class=\"history\">\(lines)</ol>"
    }
}
