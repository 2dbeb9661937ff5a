import Domain

/// Buttons for the statuses that an appointment may get from whoever looks, each with its key.
struct StatusActions {
    let shown: ShownAppointment
    let request: PageRequest
    /// Where it goes on after that.
    let next: Address

    private var say: Language { request.language }

    /// What it may become: as the appointment allows, and the policy.
    private var possible: [AppointmentStatus] {
        let present = shown.details
        return AppointmentStatus.allCases.filter { status in
            var details = present
            details.status = status
            return status != present.status && present.status.canBecome(status)
                && request.policy.permits(details, after: present, by: request.caller)
        }
    }

    var html: HTML {
        let possible = possible
        let usual = shown.details.status.usualNext.flatMap { possible.contains($0) ? $0 : nil }
        return """
            <form class="visit-actions" method="post" action="\(AppointmentPages.statusAddress(shown.id))">\
            \(request.csrfField)<input type="hidden" name="updated_at" value="\(shown.appointment.updatedAt.microseconds)">\
            <input type="hidden" name="next" value="\(next)">
            \(usual.map(button) ?? .empty)
            <details class="more"><summary class="button button-small button-quiet" aria-label="\(more)">⋯</summary>
            <div class="more-list">\(possible.filter { $0 != usual }.map(listed))\(links)</div></details>
            </form>
            """
    }

    private var more: String {
        say(TodayPhrase.more(shown.patientName(in: say), request.time.local(shown.start).clock))
    }

    private func button(_ status: AppointmentStatus) -> HTML {
        """
        <button class="button button-small" name="status" value="\(status.rawValue)" data-row-key="\(status.key)" \
        aria-keyshortcuts="\(status.key)">\(say(status).capitalizedFirst)</button>
        """
    }

    private func listed(_ status: AppointmentStatus) -> HTML {
        """
        <button class="button button-small" name="status" value="\(status.rawValue)" data-row-key="\(status.key)" \
        aria-keyshortcuts="\(status.key)">\(say(status).capitalizedFirst) <kbd>\(status.key)</kbd></button>
        """
    }

    private var links: HTML {
        let open: HTML = """
            <a class="button button-small" href="\(AppointmentPages.address(shown.id))">\(say(AppointmentPhrase.open))</a>
            """
        guard request.offers(.changeAppointment) else { return open }
        let edit = AppointmentPages.editAddress(shown.id).with("next", next.text)
        return open + "<a class=\"button button-small\" href=\"\(edit)\">\(say(FormPhrase.edit))</a>"
    }
}
