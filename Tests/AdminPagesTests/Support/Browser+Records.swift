import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

/// Records that tests begin with, made by the pages' own forms.
extension Browser {
    static let ann = [
        "first_name": "Ann", "last_name": "Archer", "date_of_birth": "1990-05-15", "gender": "F",
        "phone_number": "+1 555 0101",
    ]
    static let weiss = [
        "first_name": "Ada", "last_name": "Weiss", "specialization": "Cardiology", "license_number": "L-1",
        "phone_number": "+1 555 0201", "email": "ada@example.org", "gender": "F", "years_of_experience": "12",
        "is_available": "true",
    ]

    /// Somebody of the front desk who is signed in.
    static func nurse(at server: PageServer) async throws -> Browser {
        var browser = Browser(server)
        try await browser.signIn(as: "nurse")
        return browser
    }

    mutating func registerPatient(_ changes: [String: String] = [:]) async throws {
        try await make("/admin/patients/new/", Browser.ann.merging(changes) { $1 })
    }

    mutating func registerDoctor(_ changes: [String: String] = [:]) async throws {
        try await make("/admin/doctors/new/", Browser.weiss.merging(changes) { $1 })
    }

    mutating func assign(patient: Int = 1, doctor: Int = 1) async throws {
        try await make(
            "/admin/mappings/new/", ["patient": String(patient), "doctor": String(doctor), "status": "active"])
    }

    /// - Parameter start: a local time, `2025-09-02T10:00`.
    mutating func book(_ start: String, patient: Int = 1, doctor: Int = 1) async throws {
        try await make(
            "/admin/appointments/new/",
            [
                "patient": String(patient), "doctor": String(doctor), "appointment_datetime": start,
                "duration_minutes": "30", "status": "SCHEDULED",
            ])
    }

    private mutating func make(_ path: String, _ texts: [String: String]) async throws {
        try await get(path)
        let answer = try await submit(path, texts)
        try #require(answer.status == 303, "\(answer.body)")
    }

    /// Chooses rows of a list for something, without answering the question that follows.
    @discardableResult
    mutating func choose(_ numbers: [Int], for action: String, at list: String) async throws -> Received {
        let csrf = hidden["csrf"] ?? ""
        let rows = numbers.map { FormPair("id", String($0)) }
        return try await post(
            "\(list)bulk/", [FormPair("csrf", csrf), FormPair("next", list), FormPair("action", action)] + rows)
    }

    /// Answers the question with yes.
    @discardableResult
    mutating func confirm(_ action: String, at list: String) async throws -> Received {
        let form = html.firstMatch(of: /(?s)<form class="form".*?<\/form>/).map { String($0.0) } ?? ""
        let hidden = form.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)">/)
        let pairs = hidden.map { FormPair(String($0.1), String($0.2).replacing("&amp;", with: "&")) }
        return try await post("\(list)bulk/", pairs + [FormPair("action", action)])
    }
}
