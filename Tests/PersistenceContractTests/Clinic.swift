import Application
import Domain

/// A storage with three accounts, and short ways to put people into it.
struct Clinic: Sendable {
    let storage: any Storage
    let nurse: Account
    let otherNurse: Account
    let admin: Account

    init(_ storage: any Storage) async throws {
        self.storage = storage
        nurse = try await storage.write { try await $0.accounts.insert(.nurse, at: .dawn) }
        otherNurse = try await storage.write { try await $0.accounts.insert(.otherNurse, at: .dawn) }
        admin = try await storage.write { try await $0.accounts.insert(.admin, at: .dawn) }
    }

    var reads: Readers { storage.reads }

    func register(
        _ details: PatientDetails, by account: Account? = nil, at now: Instant = .dawn
    ) async throws -> Patient {
        let id = (account ?? nurse).id
        return try await storage.write { try await $0.patients.insert(details, by: id, at: now) }
    }

    func hire(_ details: DoctorDetails, at now: Instant = .dawn) async throws -> Doctor {
        try await storage.write { try await $0.doctors.insert(details, at: now) }
    }

    func assign(
        _ patient: Patient, to doctor: Doctor, _ status: AssignmentStatus = .active, by account: Account? = nil,
        at now: Instant = .dawn
    ) async throws -> Assignment {
        let id = (account ?? nurse).id
        let details = AssignmentDetails(patient: patient.id, doctor: doctor.id, status: status)
        return try await storage.write { try await $0.assignments.insert(details, by: id, at: now) }
    }

    func book(
        _ patient: Patient, with doctor: Doctor, _ slot: Slot, _ status: AppointmentStatus = .scheduled,
        by account: Account? = nil, at now: Instant = .dawn
    ) async throws -> Appointment {
        let id = (account ?? nurse).id
        let details = AppointmentDetails(doctor: doctor.id, patient: patient.id, slot: slot, status: status)
        return try await storage.write { try await $0.appointments.insert(details, by: id, at: now) }
    }

    /// Keeps an appointment with other details, as a move does.
    @discardableResult
    func change(
        _ appointment: Appointment, _ change: (inout AppointmentDetails) -> Void
    ) async throws -> Appointment {
        var changed = appointment
        change(&changed.details)
        let final = changed
        try await storage.write { try await $0.appointments.update(final) }
        return final
    }

    func delete(_ id: PatientID) async throws {
        try await storage.write { try await $0.patients.delete(id, at: .monday(8)) }
    }

    @discardableResult
    func delete(_ id: DoctorID) async throws -> Set<PatientID> {
        try await storage.write { try await $0.doctors.delete(id, at: .monday(8)) }
    }

    func delete(_ id: AssignmentID) async throws {
        try await storage.write { try await $0.assignments.delete(id, at: .monday(8)) }
    }

    func delete(_ id: AppointmentID) async throws {
        try await storage.write { try await $0.appointments.delete(id, at: .monday(8)) }
    }
}

extension Caller {
    /// A request of an account that is linked to these records.
    init(_ account: Account, doctor: Doctor? = nil, patient: Patient? = nil) {
        self.init(
            account: account.id, role: account.role, session: SessionID(bits: 1), doctor: doctor?.id,
            patient: patient?.id)
    }
}
