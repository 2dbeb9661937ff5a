/// Requests, right and wrong, with marked values wherever a person, a password or a token could stand.
struct CanaryRequests {
    /// Parts of all marked values, in lower case: whatever is left of one holds one of these.
    static let marks = ["quokka", "numbat", "1903-07-31", "7331733"]

    static let password = "Numbat-Pa55-7331733"
    private static let wrongPassword = "Numbat-Gue55-7331733"
    private static let birth = "1903-07-31"
    private static let phone = "+1 7331733"

    private var random: SeededGenerator
    private let tokens: [String]
    private var count = 0

    /// - Parameter tokens: access tokens of those who ask.
    init(seed: UInt64, tokens: [String]) {
        random = SeededGenerator(seed: seed)
        self.tokens = tokens
    }

    mutating func next() -> TestRequest {
        count += 1
        var request: TestRequest
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<55: request = record()
        case 55..<80: request = TestRequest("GET", list())
        case 80..<90: request = TestRequest(random.pick(["GET", "DELETE", "PATCH"]), path())
        default: request = account()
        }
        request.headers.append(("Authorization", "Bearer \(token())"))
        if random.oneIn(6) { request.headers.append(field()) }
        return request
    }

    private mutating func token() -> String {
        random.oneIn(15)
            ? random.pick(["Quokka", "quokka.numbat.7331733", "eyJhbGciOiJub25lIn0.Quokka."]) : random.pick(tokens)
    }

    private var text: JSON { .string("Quokka \(count)") }

    /// A record to be made or changed.
    private mutating func record() -> TestRequest {
        let (path, good): (String, [String: JSON]) = random.pick([
            ("/api/patients/", patient), ("/api/doctors/", doctor), ("/api/mappings/", mapping),
            ("/api/appointments/", appointment), ("/hospital/api/patients/", hospital),
            ("/hospital/api/doctors/", hospital),
            ("/hospital/api/mappings/", mapping),
        ])
        let isNew = random.oneIn(2)
        let target = isNew ? path : path + "\(Int.random(in: 1...40, using: &random))/"
        if !isNew, random.oneIn(20) { return TestRequest("DELETE", target) }
        return with(body: good, TestRequest(isNew ? "POST" : random.pick(["PUT", "PATCH"]), target))
    }

    /// The body as it should be, or spoilt, or of another type.
    private mutating func with(body good: [String: JSON], _ request: TestRequest) -> TestRequest {
        var (members, request) = (good, request)
        // Refused choices and numbers of records are repeated to whoever sent them.
        let plain = Set(["gender", "specialization", "patient", "doctor"])
        if random.oneIn(2),
            let name = members.keys.filter({ !plain.contains($0) }).sorted().randomElement(using: &random)
        {
            members[name] = random.pick([
                [text], .object(["quokka": text]), .string(String(repeating: "Quokka", count: 2_000)), .null, true, -1,
                "Quokka\u{0}", "\u{202E}Quokka", .string(Self.phone),
            ])
        }
        var (type, body) = ("application/json", JSON.object(members).bytes)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: body = body.dropLast(Int.random(in: 1...12, using: &random))
        case 1: type = random.pick(["text/xml", "text/plain"])
        case 2: (type, body) = ("application/x-www-form-urlencoded", form(members))
        case 3: body = [0xFF] + body
        case 4: body = JSON.list([.object(members)]).bytes
        default: break
        }
        request.headers.append(("Content-Type", type))
        request.body = body
        return request
    }

    private func form(_ members: [String: JSON]) -> [UInt8] {
        let pairs = members.map {
            "\($0)=\(($1.text ?? $1.written).replacing("+", with: "%2B").replacing(" ", with: "+"))"
        }
        return Array(pairs.joined(separator: "&").utf8)
    }

    private mutating func list() -> String {
        let names = ["patients", "doctors", "mappings", "appointments"]
        let name = random.pick([
            "search", "cursor", "page_size", "doctor", "patient", "date_of_birth", "specialization", "colour", "from",
            "email",
        ])
        let value = random.pick(["Quokka", "Quokka%20\(count)", Self.birth, "7331733", "%FFQuokka", "Quokka%00"])
        return "/api/\(random.pick(names))/?\(name)=\(value)"
    }

    private mutating func path() -> String {
        random.pick([
            "/Quokka", "/api/patients/Quokka/", "/api/patients/7331733/", "/api/doctors/1%20Quokka/", "/api/Quokka/1/",
            "/hospital/api/mappings/Quokka/", "/api/mappings/patient/7331733/", "/api/appointments/1/Quokka",
            "//Quokka",
        ])
    }

    private mutating func field() -> (name: String, value: String) {
        random.pick([
            ("X-Request-ID", "Quokka Quokka"), ("User-Agent", "Quokka/1.0"),
            ("Referer", "https://quokka.example/Quokka"),
            ("Cookie", "sessionid=Quokka"), ("If-Match", "\"Quokka\""), ("If-None-Match", "\"Quokka\""),
            ("Idempotency-Key", "Quokka-\(count)"), ("Accept", "text/quokka"), ("Origin", "https://quokka.example"),
            ("Accept-Language", "quokka"), ("X-Forwarded-For", "Quokka"), ("Forwarded", "for=Quokka"),
        ])
    }
}

extension CanaryRequests {
    /// Signing in and up, and one's own profile.
    private mutating func account() -> TestRequest {
        let name = JSON.string("quokka\(count)")
        let new: [String: JSON] = [
            "username": name, "email": .string("quokka\(count)@quokka.example"), "password": "Numbat",
            "first_name": text,
            "last_name": text,
        ]
        let profile: [String: JSON] = [
            "first_name": text, "last_name": text, "phone_number": .string(Self.phone), "address": text,
            "date_of_birth": .string(Self.birth),
        ]
        let refresh: [String: JSON] = ["refresh": .string("quokka.numbat.\(count)")]
        // What takes a password hash is rare: it takes long.
        switch Int.random(in: 0..<40, using: &random) {
        case 0:
            return with(
                body: ["username": name, "password": .string(Self.wrongPassword)],
                TestRequest("POST", "/api/auth/login/"))
        case 1..<10: return with(body: new, TestRequest("POST", "/api/auth/register/"))
        case 10..<25: return with(body: profile, TestRequest("PATCH", "/api/auth/profile/"))
        case 25..<33: return with(body: refresh, TestRequest("POST", "/api/auth/token/refresh/"))
        default: return with(body: refresh, TestRequest("POST", "/api/auth/logout/"))
        }
    }

    private var patient: [String: JSON] {
        [
            "first_name": text, "last_name": text, "date_of_birth": .string(Self.birth), "gender": "F",
            "phone_number": .string(Self.phone), "email": .string("quokka\(count)@quokka.example"), "address": text,
            "emergency_contact_name": text, "emergency_contact_phone": .string(Self.phone), "medical_history": text,
            "allergies": text, "current_medications": text, "insurance_provider": text, "insurance_number": text,
        ]
    }

    private var doctor: [String: JSON] {
        [
            "first_name": text, "last_name": text, "specialization": text, "license_number": text, "gender": "M",
            "phone_number": .string(Self.phone), "email": .string("quokka\(count)@quokka.example"), "address": text,
            "date_of_birth": .string(Self.birth), "education": text, "certifications": text, "languages_spoken": text,
        ]
    }

    private var mapping: [String: JSON] {
        [
            "patient": .number(count % 40 + 1), "doctor": .number(count % 7 + 1), "notes": text,
            "reason_for_assignment": text,
        ]
    }

    private var appointment: [String: JSON] {
        [
            "patient": .number(count % 40 + 1), "doctor": .number(count % 7 + 1), "reason": text, "notes": text,
            "appointment_datetime": .string("2031-0\(count % 9 + 1)-1\(count % 10)T1\(count % 10):00:00Z"),
        ]
    }

    private var hospital: [String: JSON] {
        [
            "firstname": text, "lastname": text, "age": 41, "gender": "M", "specialization": "DERM",
            "email": .string("quokka\(count)@quokka.example"),
        ]
    }
}
