import Testing

/// An account that is signed in.
struct Account: Sendable {
    let id: Int
    let name: String
    let access: String
    let refresh: String
}

extension TestClient {
    /// Good enough for any account of a test.
    static let password = "Qu1et-Harbour-27"

    /// Registers an account of role staff.
    func register(_ name: String) throws -> Account {
        let answer = try send(
            TestRequest(
                "POST", "/api/auth/register/",
                [
                    "username": .string(name), "email": .string("\(name)@example.org"),
                    "password": .string(TestClient.password),
                ]))
        try #require(answer.status == 201)
        return Account(
            id: try #require(answer.number("id")), name: name, access: try #require(answer.text("access")),
            refresh: try #require(answer.text("refresh")))
    }

    /// Signs in; the account's id is not known then, and 0.
    func signIn(_ name: String, password: String = TestClient.password) throws -> Account {
        let answer = try send(
            TestRequest("POST", "/api/auth/login/", ["username": .string(name), "password": .string(password)]))
        try #require(answer.status == 200)
        return Account(
            id: 0, name: name, access: try #require(answer.text("access")),
            refresh: try #require(answer.text("refresh")))
    }

    /// Creates a record and gives its id.
    func create(_ path: String, _ json: JSON, as account: Account) throws -> Int {
        let answer = try send(TestRequest("POST", path, json, token: account.access))
        try #require(answer.status == 201)
        return try #require(answer.number("id"))
    }

    /// What is served at a path, which must be there.
    func fetch(_ path: String, as account: Account) throws -> JSON {
        let answer = try send(TestRequest("GET", path, token: account.access))
        try #require(answer.status == 200)
        return try #require(answer.json)
    }
}

/// Records for tests, complete and distinct.
enum Samples {
    static func patient(_ lastName: String = "Byrne", firstName: String = "Ann") -> JSON {
        [
            "first_name": .string(firstName), "last_name": .string(lastName), "date_of_birth": "1990-05-15",
            "gender": "F", "phone_number": "555-0101", "address": "1 Harbour Rd", "allergies": "pollen",
        ]
    }

    static func doctor(_ license: String) -> JSON {
        [
            "first_name": "Greta", "last_name": "House", "specialization": "Cardiology", "gender": "F",
            "license_number": .string(license), "phone_number": "555-0102", "email": .string("\(license)@example.org"),
        ]
    }

    static func appointment(doctor: Int, patient: Int, at time: String, minutes: Int = 30) -> JSON {
        [
            "doctor": .number(doctor), "patient": .number(patient), "appointment_datetime": .string(time),
            "duration_minutes": .number(minutes),
        ]
    }
}
