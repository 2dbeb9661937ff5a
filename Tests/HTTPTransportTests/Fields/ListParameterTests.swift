import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("Parameters of lists")
struct ListParameterTests {
    private static let noRecord = "Select a valid choice. That choice is not one of the available choices."
    private static func notAChoice(_ text: String) -> String {
        "Select a valid choice. \(text) is not one of the available choices."
    }

    private static func words(_ count: Int) -> String { (1...count).map { "w\($0)" }.joined(separator: "+") }

    @Test("many words are fine when they are few different ones")
    func repeatedWords() async throws {
        let server = try await TestServer.withRecords()

        let same = try await server.send(
            .get, "/api/doctors/?search=" + Array(repeating: "house", count: 500).joined(separator: "+"),
            as: server.nurse)
        let most = try await server.send(.get, "/api/doctors/?search=" + Self.words(32), as: server.nurse)

        #expect(same.status == 200 && same.body.contains("House"))
        #expect(most.status == 200 && most.body == "[]")
    }

    @Test(
        "a bad value is refused under its parameter",
        arguments: [
            ("patients", "gender", "X", notAChoice("X")), ("patients", "blood_group", "a%2B", notAChoice("a+")),
            ("patients", "date_of_birth", "1990-13-01", "Enter a valid date."), ("patients", "doctor", "x", noRecord),
            ("patients", "doctor", "99", noRecord), ("patients", "doctor", "0", noRecord),
            ("patients", "ordering", "age", notAChoice("age")), ("patients", "ordering", "id,--id", notAChoice("--id")),
            ("doctors", "gender", "f", notAChoice("f")), ("doctors", "is_available", "yes", notAChoice("yes")),
            ("doctors", "ordering", "license_number", notAChoice("license_number")),
            ("mappings", "patient", "99", noRecord), ("mappings", "doctor", "-1", noRecord),
            ("mappings", "status", "ACTIVE", notAChoice("ACTIVE")),
            ("mappings", "is_active", "TRUE", notAChoice("TRUE")),
            ("mappings", "ordering", "patient", notAChoice("patient")),
            ("appointments", "status", "LATE", notAChoice("LATE")),
            ("patients", "search", words(33), "Ensure that there are no more than 32 different words."),
            ("doctors", "search", words(33), "Ensure that there are no more than 32 different words."),
            ("appointments", "date", "today", "Enter a valid date."),
            ("appointments", "from", "noon", "Enter a valid date/time."),
            ("appointments", "to", "2025-09-01T25:00", "Enter a valid date/time."),
            ("appointments", "doctor", "99", noRecord), ("appointments", "patient", "x", noRecord),
            ("appointments", "ordering", "-start", notAChoice("-start")),
            ("patients", "page_size", "x", "A valid integer is required."),
            ("doctors", "page_size", "0", "Ensure this value is greater than or equal to 1."),
            ("mappings", "page_size", "201", "Ensure this value is less than or equal to 200."),
            ("appointments", "count", "true", notAChoice("true")),
            ("patients", "cursor", "x", "Invalid cursor."), ("mappings/patient/1", "cursor", "YQ==", "Invalid cursor."),
        ])
    func bad(path: String, parameter: String, value: String, text: String) async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(.get, "/api/\(path)/?\(parameter)=\(value)", as: server.nurse)

        #expect(answer.status == 400)
        #expect(try answer.errors(of: parameter) == [text])
    }

    @Test("all bad values are answered at once")
    func allAtOnce() async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(
            .get, "/api/appointments/?status=LATE&date=x&from=y&to=z&ordering=q&doctor=99&patient=99", as: server.nurse)

        let members = try ["status", "date", "from", "to", "ordering", "doctor", "patient"].map {
            try answer.errors(of: $0).count
        }
        #expect(members == [1, 1, 1, 1, 1, 1, 1])
    }

    @Test(
        "an empty value is no filter, and unknown parameters mean nothing",
        arguments: [
            "patients/?gender=&blood_group=&date_of_birth=&doctor=&ordering=&search=&page=x",
            "doctors/?specialization=&gender=&is_available=&ordering=", "mappings/?patient=&doctor=&status=&is_active=",
            "appointments/?doctor=&patient=&status=&date=&from=&to=",
        ])
    func empty(query: String) async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(.get, "/api/\(query)", as: server.nurse)

        #expect(answer.status == 200)
        #expect(answer.body.hasPrefix(#"[{"id":1,"#))
    }

    @Test(
        "a filter keeps what fits it",
        arguments: [
            ("patients/?gender=F", 1), ("patients/?gender=M", 0), ("patients/?search=ARCH+ann", 1),
            ("patients/?search=archer+bo", 0), ("patients/?date_of_birth=1990-05-15", 1), ("patients/?doctor=1", 1),
            ("doctors/?specialization=Diagnostics", 1), ("doctors/?specialization=diagnostics", 0),
            ("doctors/?is_available=True", 1), ("doctors/?is_available=0", 0), ("doctors/?search=hou", 1),
            ("mappings/?patient=1&doctor=1", 1), ("mappings/?status=completed", 0), ("mappings/?is_active=true", 1),
            ("appointments/?date=2025-09-01", 1), ("appointments/?date=2025-09-02", 0),
            ("appointments/?from=2025-09-01T10:00:00Z&to=2025-09-01T10:00:00.000001Z", 1),
            ("appointments/?to=2025-09-01T12:00:00%2B02:00", 0), ("appointments/?status=SCHEDULED", 1),
        ])
    func filters(query: String, count: Int) async throws {
        let server = try await TestServer.withRecords()

        let answer = try await server.send(.get, "/api/\(query)", as: server.nurse)

        #expect(answer.status == 200)
        #expect((answer.body == "[]") == (count == 0), "\(answer.body)")
    }

    @Test(
        "rows come in the order that was asked for, ties by number",
        arguments: [
            ("patients/", [2, 1]), ("patients/?ordering=id", [1, 2]), ("patients/?ordering=-last_name", [2, 1]),
            ("patients/?ordering=date_of_birth", [2, 1]), ("patients/?ordering=created_at", [1, 2]),
            ("patients/?ordering=-created_at,first_name", [1, 2]), ("doctors/", [2, 1]),
            ("doctors/?ordering=id", [1, 2]),
            ("doctors/?ordering=-specialization", [2, 1]), ("doctors/?ordering=years_of_experience", [1, 2]),
        ])
    func ordering(query: String, ids: [Int]) async throws {
        let server = try await TestServer.withRecords()
        _ = try await server.send(.post, "/api/patients/", as: server.nurse, json: Body.bo)
        _ = try await server.send(.post, "/api/doctors/", as: server.nurse, json: Body.drGrey)

        let answer = try await server.send(.get, "/api/\(query)", as: server.nurse)

        let found = answer.body.matches(of: /\{"id":(\d+),/).compactMap { Int($0.1) }
        #expect(found == ids)
    }
}
