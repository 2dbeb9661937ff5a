/// One client of a booking race: books, moves and cancels on the same few doctors and patients as all others.
struct Racer {
    /// What was answered how often, such as `book 201`.
    private(set) var tally: [String: Int] = [:]

    private let client: TestClient
    private let token: String
    private let doctors: [Int]
    private let patients: [Int]
    private var random: SeededGenerator
    /// Its own appointments that hold time, as far as it knows.
    private var booked: [Int] = []

    init(client: TestClient, account: Account, doctors: [Int], patients: [Int], seed: UInt64) {
        self.client = client
        token = account.access
        self.doctors = doctors
        self.patients = patients
        random = SeededGenerator(seed: seed)
    }

    mutating func run(attempts: Int) async throws {
        for _ in 0..<attempts {
            switch Int.random(in: 0..<10, using: &random) {
            case 0 where !booked.isEmpty, 1 where !booked.isEmpty: try await move()
            case 2 where !booked.isEmpty: try await cancel()
            case 3 where !booked.isEmpty: try await delete()
            default: try await book()
            }
        }
    }

    private mutating func book() async throws {
        let json = Samples.appointment(
            doctor: random.pick(doctors), patient: random.pick(patients), at: time(),
            minutes: random.pick([10, 15, 30, 45]))
        let answer = try await client.send(TestRequest("POST", "/api/appointments/", json, token: token))
        note("book", answer)
        if let id = answer.number("id") { booked.append(id) }
    }

    private mutating func move() async throws {
        var change: [String: JSON] = ["appointment_datetime": .string(time())]
        if random.oneIn(2) { change["doctor"] = .number(random.pick(doctors)) }
        if random.oneIn(2) { change["patient"] = .number(random.pick(patients)) }
        let request = TestRequest("PATCH", "/api/appointments/\(random.pick(booked))/", .object(change), token: token)
        note("move", try await client.send(request))
    }

    private mutating func cancel() async throws {
        let id = random.pick(booked)
        let request = TestRequest("PATCH", "/api/appointments/\(id)/", ["status": "CANCELLED"], token: token)
        let answer = try await client.send(request)
        note("cancel", answer)
        if answer.status == 200 { booked.removeAll { $0 == id } }
    }

    private mutating func delete() async throws {
        let id = random.pick(booked)
        let answer = try await client.send(TestRequest("DELETE", "/api/appointments/\(id)/", token: token))
        note("delete", answer)
        if answer.status == 204 { booked.removeAll { $0 == id } }
    }

    /// Within ten hours of one day, every five minutes.
    private mutating func time() -> String {
        let minute = Int.random(in: 0..<120, using: &random) * 5
        let (hours, minutes) = (8 + minute / 60, minute % 60)
        return "2031-06-02T\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes):00Z"
    }

    /// A refusal by any rule but those of the diary is told apart.
    private mutating func note(_ what: String, _ answer: TestAnswer) {
        let isByDiary = ["doctor_conflict", "patient_conflict"].contains(answer.text("code") ?? "")
        tally["\(what) \(answer.status)\(answer.status == 400 && !isByDiary ? " not by the diary" : "")", default: 0] +=
            1
    }
}
