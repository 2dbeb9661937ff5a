import Application
import Domain

/// The light of the audit trail, in words too.
struct TrailLight {
    let trail: AuditTrailState
    let now: Instant
    let request: PageRequest

    private var say: Language { request.language }

    var html: HTML {
        """
        <p class="light \(look)">\(say(state)) <span class="soft">\(checked)</span></p>
        \(HTML.when(isFaulty, "<p>\(say(ActivityPhrase.whatToDo)) <code>clinic audit verify</code></p>"))
        """
    }

    private var isFaulty: Bool { if case .faults = trail.light { true } else { false } }

    private var look: String {
        switch trail.light {
        case .fine: "light-good"
        case .faults: "light-bad"
        case .unknown: "light-unknown"
        }
    }

    private var state: ActivityPhrase {
        switch trail.light {
        case .fine: .fine
        case .faults(let findings): .faults(findings.count)
        case .unknown: .unknown
        }
    }

    private var checked: String {
        let head = trail.signedAt.map { say(ActivityPhrase.signed(say.moment($0, in: request.time))) }
        let events = say(ActivityPhrase.checked(say.number(trail.events), request.time.local(now).clock))
        return [events, head].compactMap(\.self).joined(separator: " ")
    }
}
