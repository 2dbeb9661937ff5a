import Application
import Domain

/// A clinic in which the nurse registered Ann, whom Dr House treats, and the other nurse registered Bo; Ann has a
/// mapping to Dr House and an appointment with him on Monday at ten.
struct Scene: Sendable {
    private(set) var clinic: TestClinic
    let ann: PatientID
    let bo: PatientID
    let drHouse: DoctorID
    let drGrey: DoctorID
    /// Have no account.
    let free: DoctorID
    let cy: PatientID
    let mapping: AssignmentID
    let appointment: AppointmentID
    /// Dr House, Dr Grey, Ann and Bo with accounts of their own.
    let house: Caller
    let grey: Caller
    let annHerself: Caller
    let boHimself: Caller

    init(_ change: (inout HouseRules) -> Void = { _ in }) async throws {
        clinic = try await TestClinic(change)
        let storage = clinic.storage
        ann = try await storage.patient(.ann, by: clinic.nurse)
        bo = try await storage.patient(.bo, by: clinic.otherNurse)
        drHouse = try await storage.doctor(.drHouse)
        drGrey = try await storage.doctor(.drGrey)
        free = try await storage.doctor(
            .drGrey.with {
                ($0.licenseNumber, $0.email) = (LicenseNumber(stored: "C-3"), EmailAddress(stored: "c@x.org"))
            })
        cy = try await storage.patient(.bo, by: clinic.otherNurse)
        mapping = try await storage.assignment(ann, drHouse, by: clinic.nurse)
        appointment = try await storage.appointment(ann, drHouse, .monday(10), by: clinic.nurse)
        house = try await storage.account("house", .doctor, doctor: drHouse)
        grey = try await storage.account("grey", .doctor, doctor: drGrey)
        annHerself = try await storage.account("ann", .patient, patient: ann)
        boHimself = try await storage.account("bo", .patient, patient: bo)
    }

    /// The scene after its storage broke.
    init(storageFailing failure: Failure) async throws {
        self = try await Scene()
        clinic.useCases = clinic.failing(failure)
    }

    /// Ann's appointment as it is kept.
    var kept: Appointment? {
        get async throws { try await clinic.reads.appointments.find(appointment, in: .everything) }
    }
}
