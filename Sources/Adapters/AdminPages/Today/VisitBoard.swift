import Domain

/// Rows of appointments in cards, with one form around them all for the buttons in the rows.
struct VisitBoard {
    /// Where it goes on after a change.
    let next: Address
    let request: PageRequest

    func html(_ cards: [HTML]) -> HTML {
        """
        <form class="board" method="post" action="\(AppointmentPages.stepAddress)">\
        \(request.csrfField)<input type="hidden" name="next" value="\(next)">
        \(cards)</form>
        """
    }

    /// Out of which the script makes the menu of a row. It stands on the page once.
    static func menu(_ request: PageRequest) -> HTML {
        let say = request.language
        let buttons = AppointmentStatus.onBoard.map { status in
            """
            <button class="button button-small" name="\(VisitStep.field)" value="\(status.rawValue)" \
            data-row-key="\(status.key)" aria-keyshortcuts="\(status.key)">\
            \(say(status).capitalizedFirst) <kbd>\(status.key)</kbd></button>
            """ as HTML
        }
        let edit: HTML = """
            <a class="button button-small" href="" data-edit>\(say(FormPhrase.edit))</a>
            """
        return """
            <template data-visit-menu><details class="more"><summary class="button button-small button-quiet" \
            aria-label="\(say(TodayPhrase.moreFor))">⋯</summary><div class="more-list">\(buttons)\
            <a class="button button-small" href="" data-open>\(say(AppointmentPhrase.open))</a>\
            \(HTML.when(request.offers(.changeAppointment), edit))</div></details></template>
            """
    }

    /// A doctor's card.
    static func card(id: String, _ head: HTML, _ note: String, _ rows: [HTML]) -> HTML {
        """
        <section class="card" aria-labelledby="\(id)"><div class="card-head"><h2 id="\(id)">\(head)</h2>\
        <span class="soft small last">\(note)</span></div>
        <ol class="visits" data-rows>
        \(rows)</ol></section>

        """
    }
}
