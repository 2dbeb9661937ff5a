import HTTPTypes
import Testing

/// Bodies with everything that a record needs.
enum Body {
    static let ann = #"""
        {"first_name": "Ann", "last_name": "Archer", "date_of_birth": "1990-05-15", "gender": "F",
        "phone_number": "+1 555 0101"}
        """#
    static let bo = #"""
        {"first_name": "Bo", "last_name": "Baker", "date_of_birth": "1985-01-31", "gender": "M",
        "phone_number": "+1 555 0102"}
        """#
    static let drHouse = #"""
        {"first_name": "Gregory", "last_name": "House", "specialization": "Diagnostics", "license_number": "H-1",
        "phone_number": "+1 555 0201", "email": "house@example.org", "gender": "M"}
        """#
    static let drGrey = #"""
        {"first_name": "Meredith", "last_name": "Grey", "specialization": "Surgery", "license_number": "G-2",
        "phone_number": "+1 555 0202", "email": "grey@example.org", "gender": "F"}
        """#
    static let mapping = #"{"patient": 1, "doctor": 1}"#
    static let appointment = #"{"patient": 1, "doctor": 1, "appointment_datetime": "2025-09-01T10:00:00Z"}"#
}

extension TestServer {
    /// A server with Ann, Dr House, a mapping and an appointment; each has the number 1 and is the nurse's.
    static func withRecords(_ change: (inout Options) -> Void = { _ in }) async throws -> TestServer {
        let server = try await TestServer(change)
        for (path, body) in [
            ("patients", Body.ann), ("doctors", Body.drHouse), ("mappings", Body.mapping),
            ("appointments", Body.appointment),
        ] {
            let made = try await server.send(.post, "/api/\(path)/", as: server.nurse, json: body)
            try #require(made.status == 201, "\(made.body)")
        }
        return server
    }
}
