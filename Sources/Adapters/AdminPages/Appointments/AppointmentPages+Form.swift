import Application
import Domain
import HTTPTransport

/// Booking an appointment, and changing one.
extension AppointmentPages: RecordPages {
    var listAddress: Address { AppointmentPages.home }
    var listTitle: any Phrase { AppointmentPhrase.appointments }

    func address(of shown: ShownAppointment) -> Address { AppointmentPages.address(shown.id) }
    func name(of shown: ShownAppointment, in language: Language) -> String { shown.patientName(in: language) }
    var newTitle: any Phrase { AppointmentPhrase.newTitle }
    func editTitle(_ name: String) -> any Phrase { AppointmentPhrase.editTitle(name) }

    func expectMaking(_ request: PageRequest) async throws(Failure) { try await request.expect(.bookAppointment) }

    func expectChanging(_ request: PageRequest) async throws(Failure) {
        let id: AppointmentID = try request.exchange.id(.appointment)
        try await request.expect(.changeAppointment, on: AuditSubject(id))
    }

    func find(_ request: PageRequest) async throws(Failure) -> ShownAppointment {
        try await shown(request.exchange.id(.appointment), request)
    }

    func make(_ request: PageRequest) async throws(Failure) -> Answer {
        let typed = TypedAppointment(request)
        let number = try await request.once({ (booked: Appointment) in booked.id.number }) { retry throws(Failure) in
            try await appointments.book.once(retry, by: request.caller) { () throws(Failure) in typed.form(over: nil) }
        }
        guard let id = AppointmentID(number) else { throw .notFound(.appointment) }
        return request.leave(backTo: id, saying: Flash(.appointmentBooked))
    }

    func save(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: AppointmentID = try request.exchange.id(.appointment)
        let typed = TypedAppointment(request)
        _ = try await appointments.change(id, by: request.caller, expecting: request.expectedVersion) {
            present throws(Failure) in typed.form(over: present)
        }
        return request.leave(backTo: id, saying: Flash(.appointmentChanged))
    }

    /// Whether the time is only to be checked, or somebody has to be chosen first.
    func hasQuestion(_ request: PageRequest) -> Bool { isCheck(request) || PeopleSearch.isNeeded(by: request) }

    private func isCheck(_ request: PageRequest) -> Bool { request.form["check"] != nil && !request.isDraft }

    func complete(
        _ form: inout RecordForm, _ shown: ShownAppointment?, _ request: PageRequest
    ) async throws(Failure) {
        guard try await people.name(&form, for: request), isCheck(request) else { return }
        do throws(Failure) {
            let reasons = try await reasons(against: form, shown, request)
            form.notice =
                reasons.isEmpty
                ? Notice.good(request.language(AppointmentPhrase.free))
                : Notice.bad(request.language(AppointmentPhrase.notFree), reasons)
        } catch {
            form = try form.refused(error)
        }
    }

    /// What holds the time.
    func explain(
        _ failure: Failure, in form: inout RecordForm, _ shown: ShownAppointment?, _ request: PageRequest
    ) async throws(Failure) {
        guard case .conflict(.diary) = failure else { return }
        let reasons = try await reasons(against: form, shown, request)
        if !reasons.isEmpty { form.notice = Notice.bad(request.language(AppointmentPhrase.notFree), reasons) }
    }

    private func reasons(
        against form: RecordForm, _ shown: ShownAppointment?, _ request: PageRequest
    ) async throws(Failure) -> [String] {
        let proposal = try TypedAppointment(request).proposal(moving: shown?.appointment)
        let forecast = try await appointments.preview(proposal, for: request.caller)
        let say = request.language
        return BookingReasons(
            forecast: forecast, doctor: form.related[.doctor]?.chosen?.name ?? say(Field.doctor),
            patient: form.related[.patient]?.chosen?.name ?? say(Field.patient), request: request
        ).lines
    }
}
