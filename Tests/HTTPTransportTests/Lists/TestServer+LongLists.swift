import Application
import Domain
import HTTPTypes
import HummingbirdCore
import NIOCore

@testable import HTTPTransport

extension TestServer {
    /// Registers patients whose long texts are full, as the nurse.
    func register(_ count: Int) async throws -> [PatientID] {
        try await storage.transaction { stores throws(Failure) in
            var numbers: [PatientID] = []
            for _ in 0..<count {
                numbers.append(try await stores.patients.insert(.longWinded, by: AccountID(1)!, at: .dawn).id)
            }
            return numbers
        }
    }

    /// The beginning of an answer.
    ///
    /// - Parameter token: the nurse's when there is none.
    func begin(
        _ path: String, _ method: HTTPRequest.Method = .get, as token: String? = nil
    ) async -> FinishedAnswer {
        let fields: HTTPFields = [.authorization: "Bearer \(token ?? nurse)"]
        let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields)
        return await dispatcher.finishedAnswer(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), from: nil)
    }

    /// Hires doctors whose long texts are full.
    func hire(_ count: Int) async throws -> [DoctorID] {
        try await storage.transaction { stores throws(Failure) in
            var numbers: [DoctorID] = []
            for number in 0..<count {
                var details = DoctorDetails(
                    firstName: PersonName(stored: "Gregory"), lastName: PersonName(stored: "House"),
                    specialization: Specialization(stored: "Diagnostics"),
                    licenseNumber: LicenseNumber(stored: "H-\(number)"), phoneNumber: nil,
                    email: EmailAddress(stored: "house\(number)@example.org"), gender: .male)
                (details.address, details.education, details.certifications) = (.long, .long, .long)
                numbers.append(try await stores.doctors.insert(details, at: .dawn).id)
            }
            return numbers
        }
    }

    /// Maps each to each, as the nurse.
    func map(_ patients: [PatientID], _ doctors: [DoctorID]) async throws {
        _ = try await storage.transaction { stores throws(Failure) in
            for patient in patients {
                for doctor in doctors {
                    _ = try await stores.assignments.insert(
                        AssignmentDetails(patient: patient, doctor: doctor), by: AccountID(1)!, at: .dawn)
                }
            }
            return true
        }
    }

    /// Makes accounts whose holders live at long addresses.
    func employ(_ count: Int) async throws {
        _ = try await storage.transaction { stores throws(Failure) in
            for number in 0..<count {
                let profile = Profile(email: EmailAddress(stored: "\(number)@example.org"), address: .long)
                _ = try await stores.accounts.insert(
                    NewAccount(
                        username: Username(stored: "nurse\(number)"), profile: profile, role: .staff,
                        passwordHash: PasswordHash(phc: "plain:Tr1cky-Horse-9")), at: .dawn)
            }
            return true
        }
    }

    /// Notes lists that showed a thousand patients each.
    func note(_ count: Int) async throws {
        _ = try await storage.transaction { stores throws(Failure) in
            var event = AuditEvent(.patientListed, from: .unknown, at: .dawn)
            event.patients = Set((1...1_000).compactMap { PatientID($0) })
            try await stores.audit.record(Array(repeating: event, count: count))
            return true
        }
    }
}

extension FreeText {
    static let long = FreeText(stored: String(repeating: "a \"long\" text ", count: 700))
}

extension PatientDetails {
    static let longWinded = {
        var details = PatientDetails(
            firstName: PersonName(stored: "Ann"), lastName: PersonName(stored: "Archer"),
            dateOfBirth: BirthDate(stored: CalendarDate(year: 1990, month: 5, day: 15)!), gender: .female,
            phoneNumber: nil)
        let text = FreeText.long
        details.address = text
        details.clinicalText = ClinicalText(medicalHistory: text, allergies: text, currentMedications: text)
        return details
    }()
}
