/// Requests with something wrong in them, the same ones for the same seed.
struct OddRequests {
    /// A request and how it was made, for the report of a failure.
    struct Odd: Sendable {
        let shape: String
        let request: TestRequest
    }

    private struct Route {
        let path: String
        /// What a good body holds, as JSON texts.
        let members: [(name: String, json: String)]
        var parameters: [String] = []
        var isList = false
    }

    private static let patient = [
        ("first_name", "\"Ann\""), ("last_name", "\"Byrne\""), ("date_of_birth", "\"1990-05-15\""), ("gender", "\"F\""),
        ("phone_number", "\"555-0101\""), ("blood_group", "\"A+\""), ("email", "\"ann@example.org\""),
        ("allergies", "\"\""),
    ]
    private static let doctor = [
        ("first_name", "\"Greta\""), ("last_name", "\"House\""), ("specialization", "\"Cardiology\""),
        ("gender", "\"F\""),
        ("license_number", "\"H-1\""), ("phone_number", "\"555-0102\""), ("email", "\"house@example.org\""),
        ("years_of_experience", "8"), ("consultation_fee", "\"150.00\""), ("is_available", "true"),
        ("max_appointments_per_day", "5"), ("date_of_birth", "null"),
    ]
    private static let mapping = [
        ("patient", "1"), ("doctor", "1"), ("status", "\"active\""), ("is_active", "true"), ("notes", "\"\""),
    ]
    private static let appointment = [
        ("patient", "1"), ("doctor", "1"), ("appointment_datetime", "\"2031-03-05T10:00:00Z\""),
        ("duration_minutes", "30"),
        ("status", "\"SCHEDULED\""), ("reason", "\"\""),
    ]
    private static let account = [
        ("username", "\"nurse\""), ("email", "\"nurse@example.org\""), ("password", "\"short\""),
        ("password2", "\"short\""),
        ("first_name", "\"Nora\""), ("refresh", "\"a.b.c\""), ("date_of_birth", "\"1990-05-15\""),
    ]
    private static let managed =
        account + [("role", "\"doctor\""), ("doctor", "1"), ("patient", "null"), ("is_active", "true")]
    private static let hospitalPatient = [
        ("firstname", "\"Syed\""), ("lastname", "\"Mehdi\""), ("age", "21"), ("gender", "\"M\""),
        ("email", "\"syed@example.org\""),
    ]
    private static let hospitalDoctor = [
        ("firstname", "\"John\""), ("lastname", "\"Doe\""), ("specialization", "\"DERM\""), ("gender", "\"M\""),
        ("email", "\"doe@example.org\""),
    ]
    private static let shared = ["ordering", "search", "page_size", "cursor"]
    private static let routes: [Route] = [
        Route(
            path: "/api/patients/", members: patient,
            parameters: shared + ["gender", "blood_group", "date_of_birth", "doctor"]),
        Route(path: "/api/patients/{id}/", members: patient),
        Route(
            path: "/api/doctors/", members: doctor, parameters: shared + ["specialization", "is_available", "gender"]),
        Route(path: "/api/doctors/{id}/", members: doctor),
        Route(
            path: "/api/mappings/", members: mapping, parameters: shared + ["patient", "doctor", "status", "is_active"]),
        Route(path: "/api/mappings/{id}/", members: mapping),
        Route(path: "/api/mappings/patient/{id}/", members: []),
        Route(
            path: "/api/appointments/", members: appointment,
            parameters: shared + ["doctor", "patient", "status", "date", "from", "to"]),
        Route(path: "/api/appointments/{id}/", members: appointment),
        Route(path: "/api/auth/profile/", members: account),
        Route(path: "/api/accounts/", members: managed, parameters: shared + ["role", "is_active"]),
        Route(path: "/api/accounts/{id}/", members: managed),
        Route(path: "/api/auth/register/", members: account),
        Route(path: "/api/auth/login/", members: account),
        Route(path: "/api/auth/token/refresh/", members: account),
        Route(path: "/api/auth/logout/", members: account),
        Route(path: "/hospital/api/auth/register/", members: account),
        Route(path: "/hospital/api/auth/login/", members: account),
        Route(path: "/hospital/api/patients/", members: hospitalPatient),
        Route(path: "/hospital/api/patients/{id}/", members: hospitalPatient),
        Route(path: "/hospital/api/doctors/", members: hospitalDoctor),
        Route(path: "/hospital/api/doctors/{id}/", members: hospitalDoctor),
        Route(path: "/hospital/api/mappings/", members: mapping),
        Route(path: "/hospital/api/mappings/{id}/", members: []),
        Route(path: "/hospital/api/mappings/{id}/delete", members: []),
        Route(path: "/readyz", members: []),
        Route(path: "/", members: []),
    ]

    private var random: SeededGenerator
    private let tokens: [String]

    init(seed: UInt64, tokens: [String]) {
        random = SeededGenerator(seed: seed)
        self.tokens = tokens
    }

    mutating func next() -> Odd {
        let route = random.pick(Self.routes)
        let method = random.pick(["GET", "POST", "PUT", "PATCH", "PATCH", "POST", "DELETE", "HEAD", "OPTIONS"])
        let (id, idShape) = random.oneIn(4) ? odd(OddValues.ids) : (String(Int.random(in: 1...6, using: &random)), "")
        var target = route.path.replacing("{id}", with: id)
        var shape = "\(method) \(route.path)\(route.path.contains("{id}") ? idShape : "")"
        if random.oneIn(2) {
            let (query, queryShape) = self.query(route)
            target += "?" + query
            shape += " ?\(queryShape)"
        }
        var request = TestRequest(method, target, token: random.oneIn(12) ? nil : random.pick(tokens))
        if ["POST", "PUT", "PATCH"].contains(method) { shape += " " + addBody(route, to: &request) }
        if random.oneIn(8) {
            let index = OddValues.fields.indices.randomElement(using: &random) ?? 0
            request.headers.append(OddValues.fields[index])
            shape += " field \(index) (\(OddValues.fields[index].name))"
        }
        return Odd(shape: shape, request: request)
    }

    private mutating func odd(_ values: [String]) -> (String, String) {
        let index = Int.random(in: values.indices, using: &random)
        return (values[index], "[\(index)]")
    }

    private mutating func query(_ route: Route) -> (String, String) {
        var (pairs, shape): ([String], [String]) = ([], [])
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let name = random.oneIn(10) ? "%c3%28" : random.pick(route.parameters + ["colour"])
            let (value, index) = odd(OddValues.parameters)
            pairs.append(random.oneIn(20) ? name : "\(name)=\(value)")
            shape.append(name + index)
        }
        return (pairs.joined(separator: "&"), shape.joined(separator: "&"))
    }
}

extension OddRequests {
    /// - Returns: how the body was made.
    private mutating func addBody(_ route: Route, to request: inout TestRequest) -> String {
        var (members, shape) = (route.members, "json")
        for _ in 0..<Int.random(in: 0...2, using: &random) where !members.isEmpty {
            let place = Int.random(in: members.indices, using: &random)
            let (value, index) = odd(OddValues.json)
            members[place].json = value
            shape += " \(members[place].name)\(index)"
        }
        let object = "{" + members.map { "\"\($0.name)\": \($0.json)" }.joined(separator: ", ") + "}"
        var (body, type) = (Array(object.utf8), "application/json")
        switch Int.random(in: 0..<14, using: &random) {
        case 0: (body, shape) = (Array(odd(OddValues.json).0.utf8), "no object")
        case 1: (body, shape) = (body.dropLast(Int.random(in: 1...max(1, body.count), using: &random)), "cut " + shape)
        case 2: (body, shape) = (spoilt(body), "spoilt " + shape)
        case 3: (body, shape) = (Array((String(repeating: "{\"a\":", count: 5_000)).utf8), "deep")
        case 4: (body, type, shape) = (form(members), "application/x-www-form-urlencoded", "form")
        case 5: (body, type, shape) = (spoilt(parts(members)), "multipart/form-data; boundary=b", "multipart")
        case 6: (type, shape) = ("text/plain", "text")
        case 7: (body, shape) = ((0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }, "noise")
        default: break
        }
        request.headers.append(("Content-Type", type))
        request.body = body
        return shape
    }

    /// Some bytes changed, so that often it is no UTF-8.
    private mutating func spoilt(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<3 where !bytes.isEmpty {
            bytes[Int.random(in: bytes.indices, using: &random)] = random.pick([
                0, 0x0A, 0x22, 0x5C, 0x80, 0xC3, 0xED, 0xFF, 0x7B,
            ])
        }
        return bytes
    }

    private mutating func form(_ members: [(name: String, json: String)]) -> [UInt8] {
        Array(
            members.map { "\($0.name)=\(odd(OddValues.parameters).0)" }.joined(
                separator: random.pick(["&", "&&", ";"])
            ).utf8)
    }

    private mutating func parts(_ members: [(name: String, json: String)]) -> [UInt8] {
        let text = members.map { name, json in
            "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\(random.pick(["", "; filename=x", ";;"]))\r\n\r\n\(json)\r\n"
        }
        return Array((text.joined() + random.pick(["--b--\r\n", "--b", "", "--c--"])).utf8)
    }
}
