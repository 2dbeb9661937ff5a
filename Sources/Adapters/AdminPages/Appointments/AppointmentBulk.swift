import Application
import Domain

/// What can be done to many appointments.
struct AppointmentBulk: BulkWork {
    let useCases: UseCases

    var home: Address { "/admin/appointments/" }
    var title: any Phrase { FramePhrase.appointments }
    var bulkAddress: Address { "/admin/appointments/bulk/" }

    enum Deed: String, BulkDeed {
        case arrived, missed, cancel

        var label: any Phrase {
            switch self {
            case .arrived: AppointmentListPhrase.arrived
            case .missed: AppointmentListPhrase.missed
            case .cancel: AppointmentListPhrase.cancel
            }
        }

        func question(_ count: Int) -> any Phrase {
            switch self {
            case .arrived: AppointmentListPhrase.arrivedQuestion(count)
            case .missed: AppointmentListPhrase.missedQuestion(count)
            case .cancel: AppointmentListPhrase.cancelQuestion(count)
            }
        }

        var action: Action { .changeAppointmentStatus }
        var isDangerous: Bool { self == .cancel }

        var done: Flash.Deed {
            switch self {
            case .arrived: .appointmentsArrived
            case .missed: .appointmentsMissed
            case .cancel: .appointmentsCancelled
            }
        }

        fileprivate var status: AppointmentStatus {
            switch self {
            case .arrived: .checkedIn
            case .missed: .noShow
            case .cancel: .cancelled
            }
        }
    }

    func row(_ number: Int64, for deed: Deed, _ request: PageRequest) async throws(Failure) -> BulkRow {
        let found = try await useCases.appointments.findWithPeople(id(number), for: request.caller)
        let (details, say) = (found.appointment.details, request.language)
        let patient = found.patient.map { RelatedField.Choice($0, say).text }
        let when = say.moment(details.slot.start.instant, in: request.time)
        return BulkRow(
            number: number,
            name: """
                <a href="/admin/appointments/\(number)/">\(when)</a>, \
                \(patient ?? "#\(details.patient.number)"), \(RelatedField.Choice(found.doctor).text)
                """,
            version: found.appointment.updatedAt, about: details.status.html(in: say))
    }

    func perform(
        _ deed: Deed, on number: Int64, expecting version: ExpectedVersion, _ request: PageRequest
    ) async throws(Failure) {
        let id = try id(number)
        _ = try await useCases.appointments.change(id, by: request.caller, expecting: version) {
            present throws(Failure) in
            AppointmentForm(
                doctor: present.doctor, patient: present.patient, start: present.slot.start,
                length: present.slot.length, reason: present.reason, notes: present.notes, status: deed.status,
                check: FieldCheck())
        }
    }

    private func id(_ number: Int64) throws(Failure) -> AppointmentID {
        guard let id = AppointmentID(number) else { throw .notFound(.appointment) }
        return id
    }
}
