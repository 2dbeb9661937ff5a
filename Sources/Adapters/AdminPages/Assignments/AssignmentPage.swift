import Domain
import HTTPTransport

/// The page of one mapping.
struct AssignmentPage {
    let shown: ShownAssignment
    let request: PageRequest

    private var say: Language { request.language }
    private var details: AssignmentDetails { shown.assignment.details }

    var answer: Answer {
        let head = PageHead(
            title: "\(shown.name)", actions: actions, trail: [(AssignmentPages.home, say(FramePhrase.mappings))])
        return request.page(shown.name, head.html(in: say) + card)
    }

    private var actions: [HTML] {
        var actions: [HTML] = []
        if request.offers(.changeAssignment) {
            actions.append(
                """
                <a class="button button-primary" href="\(AssignmentPages.editAddress(shown.id))">\
                \(say(FormPhrase.edit))</a>
                """)
        }
        if request.offers(.deleteAssignment) {
            actions.append(
                """
                <a class="button button-danger" href="\(AssignmentPages.deleteAddress(shown.id))">\
                \(say(FormPhrase.delete))</a>
                """)
        }
        return actions
    }

    private var card: HTML {
        """
        <section class="card"><dl class="facts">
        \(fact(say(Field.patient), shown.link(shown.patient, PatientPages.address(details.patient))))
        \(fact(say(Field.doctor), shown.link(shown.doctor, DoctorPages.address(details.doctor))))
        \(fact(say(Field.status), details.status.html(in: say)))
        \(fact(say(AssignmentPhrase.since), "\(say.moment(shown.assignment.assignedAt, in: request.time))"))
        \(details.reason.map { fact(say(Field.reasonForAssignment), "\($0.text)") } ?? .empty)
        \(details.notes.map { fact(say(Field.notes), "\($0.text)") } ?? .empty)
        </dl></section>
        """
    }

    private func fact(_ name: String, _ value: HTML) -> HTML {
        "<div><dt>\(name)</dt><dd class=\"kept-lines\">\(value)</dd></div>"
    }
}

extension AssignmentStatus {
    /// In words and colour.
    func html(in language: Language) -> HTML {
        switch self {
        case .active: "<span class=\"badge badge-good\">\(language(self))</span>"
        case .inactive: "<span class=\"badge badge-warn\">\(language(self))</span>"
        case .completed: "<span class=\"badge\">\(language(self))</span>"
        }
    }
}
