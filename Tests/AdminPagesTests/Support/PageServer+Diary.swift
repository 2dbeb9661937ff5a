import Application
import Domain
import SQLitePersistence

@testable import HTTPTransport

/// Doctors, patients and appointments that tests begin with. Whatever is made belongs to account 1, the nurse's.
extension PageServer {
    @discardableResult
    func addDoctor(_ name: String = "Ada", available: Bool = true) async throws -> Doctor {
        var details = DoctorDetails(
            firstName: PersonName(stored: name), lastName: PersonName(stored: "Weiss"),
            specialization: Specialization(stored: "Cardiology"), licenseNumber: nil, phoneNumber: nil,
            email: EmailAddress(stored: "\(name.lowercased())@example.org"), gender: .female)
        details.isAvailable = available
        let new = details
        return try await storage.transaction { stores throws(Failure) in
            try await stores.doctors.insert(new, at: .dawn)
        }
    }

    @discardableResult
    func addPatient(_ name: String = "Ann") async throws -> Patient {
        let details = PatientDetails(
            firstName: PersonName(stored: name), lastName: PersonName(stored: "Archer"),
            dateOfBirth: BirthDate(stored: CalendarDate(year: 1990, month: 5, day: 15)!), gender: .female,
            phoneNumber: nil)
        return try await storage.transaction { stores throws(Failure) in
            try await stores.patients.insert(details, by: AccountID(1)!, at: .dawn)
        }
    }

    /// - Parameter start: as the API writes it.
    @discardableResult
    func book(
        _ start: String, with doctor: Doctor, _ patient: Patient, minutes: Int = 30,
        _ status: AppointmentStatus = .scheduled
    ) async throws -> Appointment {
        let slot = Slot(
            start: AppointmentStart(stored: start.instant), length: AppointmentLength(stored: minutes))
        let details = AppointmentDetails(
            doctor: doctor.id, patient: patient.id, slot: slot, reason: FreeText(stored: "Check-up"), status: status)
        return try await storage.transaction { stores throws(Failure) in
            try await stores.appointments.insert(details, by: AccountID(1)!, at: .dawn)
        }
    }

    func appointment(_ id: AppointmentID) async throws -> Appointment? {
        try await storage.reads.appointments.find(id, in: .everything)
    }

    /// An account of a doctor's.
    func addAccount(_ name: String, of doctor: Doctor) async throws {
        let new = NewAccount(
            username: Username(stored: name), profile: Profile(email: EmailAddress(stored: "\(name)@clinic.example")),
            role: .doctor, doctor: doctor.id, mustChangePassword: false,
            passwordHash: PasswordHash(phc: "plain:\(PageServer.password)"))
        _ = try await storage.transaction { stores throws(Failure) in
            try await stores.accounts.insert(new, at: .dawn)
        }
    }
}

extension String {
    /// The point in time that this says, `2025-09-01T08:00:00Z`.
    var instant: Instant { InstantText.parse(self)! }
}
