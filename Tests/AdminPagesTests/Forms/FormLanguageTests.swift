import Domain
import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

@Suite struct `What is wrong with a form` {
    /// Each form, with something wrong in as many of its fields as can be.
    private static let forms: [(path: String, texts: [String: String])] = [
        ("/admin/patients/new/", [:]),
        (
            "/admin/patients/new/",
            [
                "first_name": long, "last_name": "a\0b", "date_of_birth": "soon", "gender": "Z", "email": "none",
                "phone_number": long, "blood_group": "Q",
            ]
        ),
        ("/admin/patients/new/", ["date_of_birth": "2999-01-01"]),
        ("/admin/patients/new/", ["date_of_birth": "1850-01-01"]),
        ("/admin/doctors/new/", [:]),
        (
            "/admin/doctors/new/",
            [
                "first_name": long, "email": "bea@example.org", "license_number": long, "years_of_experience": "many",
                "consultation_fee": "1.234", "max_appointments_per_day": "0", "is_available": "perhaps", "gender": "Z",
            ]
        ),
        ("/admin/doctors/new/", ["years_of_experience": "999", "consultation_fee": "99999999999999"]),
        ("/admin/doctors/new/", ["consultation_fee": "dear"]),
        ("/admin/mappings/new/", [:]), ("/admin/mappings/new/", ["patient": "99", "doctor": "99", "status": "odd"]),
        ("/admin/mappings/new/", ["patient": "nobody", "doctor": "nobody"]),
        ("/admin/appointments/new/", [:]),
        (
            "/admin/appointments/new/",
            [
                "patient": "99", "doctor": "99", "appointment_datetime": "soon", "duration_minutes": "2",
                "status": "ODD", "reason": "a\0b",
            ]
        ),
        (
            "/admin/appointments/new/",
            ["patient": "1", "doctor": "1", "appointment_datetime": "2020-01-01T10:00", "duration_minutes": "9999"]
        ),
        ("/admin/appointments/1/edit/", ["status": "NO_SHOW", "appointment_datetime": "0001-01-01T00:00"]),
        ("/admin/accounts/new/", [:]),
        (
            "/admin/accounts/new/",
            [
                "username": "two words", "password": "12345", "email": "admin@example.org", "role": "king",
                "date_of_birth": "2999-01-01",
            ]
        ),
        (
            "/admin/accounts/new/",
            ["username": "admin", "password": "password", "email": "x@example.org", "role": "staff", "doctor": "1"]
        ),
        ("/admin/accounts/2/edit/", ["role": "staff", "is_active": "false"]),
        ("/admin/account/password/", ["old_password": "wrong", "new_password": "admin", "password2": "other"]),
    ]
    private static let long = String(repeating: "x", count: 300)

    @Test(arguments: forms)
    func `is told in German where German was chosen, all of it`(path: String, texts: [String: String]) async throws {
        let (english, german) = (try await errors("en", path, texts), try await errors("de", path, texts))

        #expect(!english.isEmpty, "\(path) \(texts)")
        #expect(english.count == german.count)
        for (english, german) in zip(english, german) { #expect(english != german, "\(path): \(english)") }
    }

    /// What stands beside the fields.
    private func errors(_ language: String, _ path: String, _ texts: [String: String]) async throws -> [String] {
        let server = try await PageServer()
        let (bea, bo) = (try await server.addDoctor("Bea"), try await server.addPatient("Bo"))
        try await server.book("2025-09-01T08:00:00Z", with: bea, bo, .completed)
        var browser = Browser(server)
        browser.headers[.acceptLanguage] = language
        try await browser.signIn(as: "admin")
        try await browser.get(path.hasSuffix("/password/") ? "/admin/account/" : path)
        let page = try await browser.submit(path, texts).body
        let beside = page.matches(of: /<p class="field-error"[^>]*>([^<]+)<\/p>/).map { String($0.1) }
        let above = page.matches(of: /(?s)<div class="error-summary".*?<\/div>/).flatMap {
            $0.0.matches(of: /<li>(.*?)<\/li>/).map { String($0.1) }
        }
        return beside + above
    }
}
