import HTTPTypes
import HummingbirdCore
import NIOCore

/// Members of a body by name, each as JSON.
typealias Members = [String: String]

/// A path to which a record can be sent, with the members that it needs.
struct Target: Sendable {
    let path: String
    let members: Members

    static let patients = Target(
        path: "/api/patients/",
        members: [
            "first_name": #""Bo""#, "last_name": #""Baker""#, "date_of_birth": #""1985-01-31""#, "gender": #""M""#,
            "phone_number": #""555""#,
        ])
    static let doctors = Target(
        path: "/api/doctors/",
        members: [
            "first_name": #""Meredith""#, "last_name": #""Grey""#, "specialization": #""Surgery""#,
            "license_number": #""G-2""#, "phone_number": #""555""#, "email": #""grey@example.org""#, "gender": #""F""#,
        ])
    static let mappings = Target(path: "/api/mappings/", members: ["patient": "1", "doctor": "2"])
    static let appointments = Target(
        path: "/api/appointments/",
        members: ["patient": "1", "doctor": "1", "appointment_datetime": #""2025-09-02T10:00:00Z""#])
    static let registration = Target(
        path: "/api/auth/register/",
        members: [
            "username": #""nora""#, "email": #""n@example.org""#, "password": #""Tr1cky-Horse-9""#,
        ])
    static let refresh = Target(path: "/api/auth/token/refresh/", members: [:])
    static let signIn = Target(path: "/api/auth/login/", members: ["username": #""x""#, "password": #""y""#])

    /// The members with one of them replaced or, with `nil`, left out.
    func with(_ name: String, _ json: String?) -> Members {
        var members = members
        members[name] = json
        return members
    }
}

extension TestServer {
    /// A server on which every target can be used once.
    static func withTargets() async throws -> TestServer {
        let server = try await TestServer.withRecords()
        _ = try await server.send(
            .post, "/api/doctors/", as: server.nurse,
            json: Body.drGrey.replacing("G-2", with: "G-3").replacing("grey@", with: "other@"))
        return server
    }

    func sendJSON(_ members: Members, to path: String) async throws -> Received {
        let pairs = members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        return try await send(.post, path, as: token(for: path), json: "{\(pairs.joined(separator: ","))}")
    }

    /// Sends the same members as a form; quotes around texts are left out.
    func sendForm(_ members: Members, to path: String) async throws -> Received {
        let pairs = members.sorted { $0.key < $1.key }.map { name, json in
            let text = json.hasPrefix("\"") ? String(json.dropFirst().dropLast()) : json
            return "\(name)=\(text.replacing("+", with: "%2B").replacing(" ", with: "+"))"
        }
        return try await send(
            .post, path, as: token(for: path), headers: [.contentType: "application/x-www-form-urlencoded"],
            body: RequestBody(buffer: ByteBuffer(string: pairs.joined(separator: "&"))))
    }

    private func token(for path: String) -> String? { path.hasPrefix("/api/auth/") ? nil : nurse }
}
