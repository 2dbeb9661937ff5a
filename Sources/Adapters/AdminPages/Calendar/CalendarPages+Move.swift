import Application
import Domain
import HTTPTransport

/// Moving an appointment to another time, or to another doctor.
extension CalendarPages {
    /// Says whether an appointment may be put somewhere, before anything is saved.
    func check(_ request: PageRequest) async throws(Failure) -> Answer {
        let target = try MoveTarget(request.address.parameters)
        let shown = try await pages.shown(target.appointment, request)
        let (summary, reasons) = try await preview(target, shown, request)
        return .json { json in
            json.beginObject()
            json.member("allowed", reasons.isEmpty)
            json.member("summary", summary)
            json.key("reasons")
            json.beginArray()
            for reason in reasons { json.value(reason) }
            json.endArray()
            json.endObject()
        }
    }

    func move(_ request: PageRequest) async throws(Failure) -> Answer {
        let target = try MoveTarget(request.form)
        do throws(Failure) {
            _ = try await appointments.change(
                target.appointment, by: request.caller, expecting: request.expectedVersion
            ) { present throws(Failure) in target.form(over: present) }
            return request.leave(backTo: target.appointment, saying: Flash(.appointmentMoved))
        } catch .conflict(let conflict) {
            let shown = try await pages.shown(target.appointment, request)
            let reasons = try await preview(target, shown, request).reasons
            return try await pages.standing(target.appointment, .conflict(conflict), request, reasons)
        } catch {
            return try await pages.standing(target.appointment, error, request)
        }
    }

    func returnMove(_ request: PageRequest) async throws(Failure) -> Answer {
        try await pages.standing(MoveTarget(request.form).appointment, nil, request)
    }

    /// Who would be where and when, and what stands against it.
    private func preview(
        _ target: MoveTarget, _ shown: ShownAppointment, _ request: PageRequest
    ) async throws(Failure) -> (summary: String, reasons: [String]) {
        let (say, time) = (request.language, request.time)
        let slot = Slot(start: target.start, length: shown.details.slot.length)
        let doctor = try await pages.doctor(target.doctor, request)
        let name = doctor.map(DoctorName.text) ?? "#\(target.doctor.number)"
        let patient = shown.patientName(in: say)
        let day = say.longDay(time.date(slot.start.instant))
        let summary = "\(patient): \(day), \(say.span(slot, in: time)), \(name)"
        do throws(Failure) {
            let proposal = BookingProposal(
                doctor: target.doctor, patient: shown.details.patient, slot: slot, moved: shown.id)
            let forecast = try await appointments.preview(proposal, for: request.caller)
            return (summary, BookingReasons(forecast: forecast, doctor: name, patient: patient, request: request).lines)
        } catch .invalid(let errors) {
            return (summary, errors.map { say($0.reason) })
        }
    }
}

/// Where an appointment is to be put.
private struct MoveTarget: Sendable {
    let appointment: AppointmentID
    let doctor: DoctorID
    let start: AppointmentStart

    /// - Throws: `.notFound` for what names no appointment; `.invalid` for `doctor` and the start.
    init(_ pairs: [FormPair]) throws(Failure) {
        guard let id = pairs["appointment"].flatMap({ Int64($0) }).flatMap({ AppointmentID($0) }) else {
            throw .notFound(.appointment)
        }
        guard let doctor = pairs["doctor"].flatMap({ Int64($0) }).flatMap({ DoctorID($0) }) else {
            throw .invalid([FieldError(.doctor, .required)])
        }
        guard let instant = pairs["start"].flatMap(InstantText.parse) else {
            throw .invalid([FieldError(.appointmentStart, .notATime)])
        }
        var check = FieldCheck()
        let start = check.take(.appointmentStart) { () throws(FieldError.Reason) in try AppointmentStart(instant) }
        guard let start else { throw .invalid(check.errors) }
        (appointment, self.doctor, self.start) = (id, doctor, start)
    }

    func form(over present: AppointmentDetails) -> AppointmentForm {
        AppointmentForm(
            doctor: doctor, patient: present.patient, start: start, length: present.slot.length, reason: present.reason,
            notes: present.notes, status: present.status, check: FieldCheck())
    }
}
