import Application
import Domain
import HTTPTransport

/// Booking an appointment, and changing one.
extension AppointmentPages {
    func showNew(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.offers(.bookAppointment) else { throw .notAllowed }
        var form = newForm(request)
        form.values = proposedValues(request)
        _ = try await resolve(&form, request)
        return page(form, nil, request)
    }

    func book(_ request: PageRequest) async throws(Failure) -> Answer {
        let typed = TypedAppointment(request)
        var form = newForm(request)
        if let page = try await looked(at: typed, &form, nil, request) { return page }
        do throws(Failure) {
            let number = try await request.once({ (booked: Appointment) in booked.id.number }) {
                retry throws(Failure) in
                try await appointments.book.once(retry, by: request.caller) { () throws(Failure) in
                    typed.form(over: nil)
                }
            }
            guard let id = AppointmentID(number) else { throw .notFound(.appointment) }
            return request.leave(backTo: id, saying: Flash(.appointmentBooked))
        } catch {
            return try await refused(error, typed, form, nil, request)
        }
    }

    func showEdit(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.offers(.changeAppointment) else { throw .notAllowed }
        let appointment = try await appointments.find(request.exchange.id(.appointment), for: request.caller)
        var form = editForm(appointment, request)
        _ = try await resolve(&form, request)
        return page(form, appointment, request)
    }

    func change(_ request: PageRequest) async throws(Failure) -> Answer {
        let typed = TypedAppointment(request)
        let appointment = try await appointments.find(request.exchange.id(.appointment), for: request.caller)
        var form = editForm(appointment, request)
        if request.shownVersion != appointment.updatedAt { form.present = form.values }
        if let page = try await looked(at: typed, &form, appointment, request) { return page }
        do throws(Failure) {
            _ = try await appointments.change(
                appointment.id, by: request.caller, expecting: request.expectedVersion
            ) { present throws(Failure) in typed.form(over: present) }
            return request.leave(backTo: appointment.id, saying: Flash(.appointmentChanged))
        } catch .outdated {
            let latest = try await appointments.find(appointment.id, for: request.caller)
            let shown = editForm(latest, request)
            form.present = shown.values
            form.version = shown.version
            return page(form, latest, request)
        } catch {
            return try await refused(error, typed, form, appointment, request)
        }
    }

    /// The page, when it is too early to save anything: what was typed comes back after signing in, or names somebody who
    /// has to be chosen first, or the time is only to be checked.
    private func looked(
        at typed: TypedAppointment, _ form: inout RecordForm, _ appointment: Appointment?, _ request: PageRequest
    ) async throws(Failure) -> Answer? {
        form.values = FormValues(request.form)
        form.isDraft = request.isDraft
        let isResolved = try await resolve(&form, request)
        guard isResolved, !request.isDraft else { return page(form, appointment, request) }
        guard request.form["check"] != nil else { return nil }
        do throws(Failure) {
            let reasons = try await reasons(against: typed, form, appointment, request)
            form.notice =
                reasons.isEmpty
                ? Notice.good(request.language(AppointmentPhrase.free))
                : Notice.bad(request.language(AppointmentPhrase.notFree), reasons)
        } catch {
            form = try form.refused(error)
        }
        return page(form, appointment, request)
    }

    /// What is wrong, and what holds the time.
    private func refused(
        _ failure: Failure, _ typed: TypedAppointment, _ form: RecordForm, _ appointment: Appointment?,
        _ request: PageRequest
    ) async throws(Failure) -> Answer {
        var form = try form.refused(failure)
        if case .conflict(.diary) = failure {
            let reasons = try await reasons(against: typed, form, appointment, request)
            if !reasons.isEmpty { form.notice = Notice.bad(request.language(AppointmentPhrase.notFree), reasons) }
        }
        return page(form, appointment, request)
    }

    private func reasons(
        against typed: TypedAppointment, _ form: RecordForm, _ appointment: Appointment?, _ request: PageRequest
    ) async throws(Failure) -> [String] {
        let forecast = try await appointments.preview(typed.proposal(moving: appointment), for: request.caller)
        let say = request.language
        return BookingReasons(
            forecast: forecast, doctor: form.related[.doctor]?.chosen?.name ?? say(Field.doctor),
            patient: form.related[.patient]?.chosen?.name ?? say(Field.patient), request: request
        ).lines
    }

    private func page(_ form: RecordForm, _ appointment: Appointment?, _ request: PageRequest) -> Answer {
        let say = request.language
        let name = form.related[.patient]?.chosen?.name ?? "#\(appointment?.details.patient.number ?? 0)"
        let title = say(appointment == nil ? AppointmentPhrase.newTitle : .editTitle(name))
        let head = PageHead(title: "\(title)", trail: [(AppointmentPages.home, say(AppointmentPhrase.appointments))])
        return request.page(title, head.html(in: say) + form.html(request), status: form.status)
    }
}
