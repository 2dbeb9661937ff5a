import Application
import Domain
import PostgresTestServer

@testable import PostgresPersistence

extension NewAccount {
    static let nurse = NewAccount(
        username: Username(stored: "nurse"), profile: Profile(email: EmailAddress(stored: "nurse@example.org")),
        role: .staff, passwordHash: PasswordHash(phc: "$argon2id$"))
}

extension PatientDetails {
    static func named(_ firstName: String) -> PatientDetails {
        PatientDetails(
            firstName: PersonName(stored: firstName), lastName: PersonName(stored: "Archer"),
            dateOfBirth: BirthDate(stored: CalendarDate(year: 1990, month: 5, day: 15)!), gender: .female,
            phoneNumber: PhoneNumber(stored: "+1 555 0101"))
    }
}

extension DoctorDetails {
    static func licensed(_ license: String) -> DoctorDetails {
        DoctorDetails(
            firstName: PersonName(stored: "Gregory"), lastName: PersonName(stored: "House"),
            specialization: Specialization(stored: "Diagnostics"), licenseNumber: LicenseNumber(stored: license),
            phoneNumber: PhoneNumber(stored: "+1 555 0201"), email: EmailAddress(stored: "\(license)@example.org"),
            gender: .male)
    }
}

/// A storage in which a nurse works.
struct Clinic: Sendable {
    let storage: PostgresStorage
    let nurse: AccountID

    init(_ storage: PostgresStorage) async throws {
        self.storage = storage
        nurse = try await storage.transaction { stores throws(Failure) in
            try await stores.accounts.insert(.nurse, at: .noon).id
        }
    }

    func register(_ name: String) async throws -> Patient {
        let nurse = nurse
        return try await storage.transaction { stores throws(Failure) in
            try await stores.patients.insert(.named(name), by: nurse, at: .noon)
        }
    }

    func hire(_ license: String) async throws -> Doctor {
        try await storage.transaction { stores throws(Failure) in
            try await stores.doctors.insert(.licensed(license), at: .noon)
        }
    }

    /// As a client without locks would: the constraints alone decide.
    func bookBlindly(_ patient: PatientID, with doctor: DoctorID, at start: Instant) async throws -> Appointment {
        let nurse = nurse
        return try await storage.transaction { stores throws(Failure) in
            try await stores.appointments.insert(
                .init(doctor: doctor, patient: patient, slot: .at(start)), by: nurse, at: .noon)
        }
    }

    /// As the use case does: locks, diary, insert. Gives the failure, if there was one.
    func book(_ patient: PatientID, with doctor: DoctorID, at start: Instant) async -> Failure? {
        let nurse = nurse
        let details = AppointmentDetails(doctor: doctor, patient: patient, slot: .at(start))
        do throws(Failure) {
            try await storage.transaction { stores throws(Failure) in
                try await stores.locks.hold(doctors: [doctor], patients: [patient])
                let diary = try await stores.appointments.diary(
                    of: doctor, and: patient, around: details.slot, except: nil)
                guard let diary else { throw .notFound(.doctor) }
                try diary.accept(details.slot)
                _ = try await stores.appointments.insert(details, by: nurse, at: .noon)
            }
            return nil
        } catch {
            return error
        }
    }
}

extension Slot {
    /// Half an hour.
    static func at(_ start: Instant) -> Slot {
        Slot(start: AppointmentStart(stored: start), length: .standard)
    }
}

/// The failure that some work ends with, or `nil`.
func failure(of work: () async throws -> Void) async throws -> Failure? {
    do {
        try await work()
        return nil
    } catch let failure as Failure {
        return failure
    }
}
