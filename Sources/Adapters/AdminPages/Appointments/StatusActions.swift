import Domain

/// Buttons for the statuses that an appointment may get from whoever looks, on its own page.
struct StatusActions {
    let shown: ShownAppointment
    let request: PageRequest

    private var say: Language { request.language }

    var html: HTML {
        let steps = shown.steps(for: request)
        guard !steps.isEmpty else { return .empty }
        return """
            <form class="visit-actions" method="post" action="\(AppointmentPages.statusAddress(shown.id))">\
            \(request.csrfField)<input type="hidden" name="updated_at" value="\(shown.appointment.updatedAt.microseconds)">\
            <input type="hidden" name="next" value="\(AppointmentPages.address(shown.id))">
            \(steps.map(button))
            </form>
            """
    }

    private func button(_ status: AppointmentStatus) -> HTML {
        """
        <button class="button button-small" name="status" value="\(status.rawValue)">\
        \(say(status).capitalizedFirst)</button>
        """
    }
}
