import Application
import Domain

/// Who opened a patient's record, each once, with how often and when last.
struct LookList {
    let rows: [PatientAccess]
    /// Whether it was opened more often than that.
    let isCut: Bool
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
        let cut = HTML.when(isCut, "<p class=\"soft\">\(say(PatientPhrase.lastLooks(rows.count)))</p>")
        return cut + "<ol class=\"history\">\(lines)</ol>"
    }
}
