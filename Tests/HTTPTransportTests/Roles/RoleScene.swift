import Application
import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

/// Those who ask, by how they are related to the records with the number 1: the patient Ann, Dr House who treats her,
/// their mapping and their appointment. In the order of the columns of `RoleTable`.
enum Asker: String, CaseIterable, Sendable {
    /// Not signed in.
    case nobody
    /// Staff who registered Ann.
    case registrar
    /// Staff who made the mapping and booked the appointment, but registered nobody.
    case booker
    /// Staff who registered Bo.
    case stranger
    /// The doctor of mapping and appointment.
    case house
    /// A doctor who treated Ann once.
    case wilson
    /// A doctor who treats Bo.
    case grey
    /// Patients.
    case ann, bo
    /// A doctor whose record was deleted.
    case retired
    case admin
}

/// A server with people of every role and relation.
///
/// Patients: 1 Ann, 2 Bo. Doctors: 1 House, 2 Wilson, 3 Grey; 4 is deleted. Mappings: 1 Ann and House, 2 Ann and Wilson
/// (completed), 3 Bo and Grey. Appointments on the Monday at ten: 1 Ann with House, 2 Bo with Grey.
struct RoleScene: Sendable {
    let server: TestServer
    private let tokens: [Asker: String]

    init(_ change: (inout TestServer.Options) -> Void = { _ in }) async throws {
        server = try await TestServer(change)
        var tokens = [Asker.registrar: server.nurse, .stranger: server.otherNurse, .admin: server.admin]
        tokens[.booker] = try await server.storage.accessToken("booker", .staff)
        try await server.seed("patients", [Body.ann], as: server.nurse)
        try await server.seed("patients", [Body.bo], as: server.otherNurse)
        try await server.seed("doctors", ["House", "Wilson", "Grey", "Retired"].map(Self.doctor), as: server.admin)
        try await server.seed(
            "mappings",
            [
                #"{"patient": 1, "doctor": 1}"#, #"{"patient": 1, "doctor": 2, "status": "completed"}"#,
                #"{"patient": 2, "doctor": 3}"#,
            ], as: server.admin)
        for (name, doctor) in [(Asker.house, 1), (.wilson, 2), (.grey, 3), (.retired, 4)] {
            tokens[name] = try await server.storage.accessToken(
                name.rawValue, .doctor, doctor: DoctorID(Int64(doctor)))
        }
        for (name, patient) in [(Asker.ann, 1), (.bo, 2)] {
            tokens[name] = try await server.storage.accessToken(
                name.rawValue, .patient, patient: PatientID(Int64(patient)))
        }
        self.tokens = tokens
        try await server.book(patient: 1, doctor: 1, by: 5)
        try await server.book(patient: 2, doctor: 3, by: 2)
        try #require(try await server.send(.delete, "/api/doctors/4/", as: server.admin).status == 204)
    }

    func token(of asker: Asker) -> String? { tokens[asker] }

    private static func doctor(_ name: String) -> String {
        Body.drHouse.replacing("House", with: name).replacing("H-1", with: name)
            .replacing("house@", with: "\(name)@")
    }
}

extension TestServer {
    fileprivate func seed(_ path: String, _ bodies: [String], as token: String) async throws {
        for body in bodies {
            let made = try await send(.post, "/api/\(path)/", as: token, json: body)
            try #require(made.status == 201, "\(made.body)")
        }
    }

    /// Books the Monday at ten past the use cases, which would not let everybody.
    fileprivate func book(patient: Int64, doctor: Int64, by account: Int64) async throws {
        let (patient, doctor, account) = try (
            #require(PatientID(patient)), #require(DoctorID(doctor)), #require(AccountID(account))
        )
        let start = AppointmentStart(stored: Instant.dawn.adding(minutes: 240))
        let details = AppointmentDetails(
            doctor: doctor, patient: patient, slot: Slot(start: start, length: AppointmentLength(stored: 30)))
        _ = try await storage.transaction { stores throws(Failure) in
            try await stores.appointments.insert(details, by: account, at: .dawn)
        }
    }
}
