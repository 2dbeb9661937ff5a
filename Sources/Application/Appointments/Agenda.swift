public import Domain

/// The appointments of a time with their people, by start, then number.
public struct Agenda: Equatable, Sendable {
    public let entries: [AgendaEntry]
    /// Whether there are more than `mostEntries`; those that start last are left out then.
    public let isCut: Bool
    /// What `FindAgendaVersion` gives as long as nothing has changed since; `nil` when the agenda is cut.
    public let version: AgendaVersion?

    /// The greatest number of entries.
    public static let mostEntries = 5_000
}

/// An appointment with its people.
public struct AgendaEntry: Equatable, Sendable {
    public let appointment: Appointment
    public let doctor: Doctor
    /// `nil` for a patient whom the caller may not see, although they may see the appointment.
    public let patient: Patient?
}

extension Readers {
    /// The appointments with their people, in the same order; those whose doctor was deleted meanwhile are left out.
    ///
    /// - Parameter scope: the patients whom the caller may see.
    func entries(of appointments: [Appointment], seeing scope: Scope) async throws(Failure) -> [AgendaEntry] {
        guard !appointments.isEmpty else { return [] }
        let foundPatients = try await patients.find(Set(appointments.map(\.details.patient)), in: scope)
        let foundDoctors = try await doctors.find(Set(appointments.map(\.details.doctor)))
        let patientsByID = Dictionary(uniqueKeysWithValues: foundPatients.map { ($0.id, $0) })
        let doctorsByID = Dictionary(uniqueKeysWithValues: foundDoctors.map { ($0.id, $0) })
        return appointments.compactMap { appointment in
            guard let doctor = doctorsByID[appointment.details.doctor] else { return nil }
            return AgendaEntry(
                appointment: appointment, doctor: doctor, patient: patientsByID[appointment.details.patient])
        }
    }
}
