import APIContract
import Application
import Domain
import HTTPTypes
import OpenSSLTokens
import Testing

@testable import HTTPTransport

/// What is left in the audit trail by every request of the matrix of roles, for everybody.
@Suite struct `The audit trail of the matrix` {
    @Test func `knows each request of the matrix, but for pages`() {
        let expected = Set(RoleRow.all.map(\.name)).subtracting(RoleRow.ofPages.map(\.name))

        #expect(Set(AuditRow.all.keys).union(AuditTable.ofSignIns.keys) == expected)
        #expect(Set(AuditRow.all.keys).isDisjoint(with: AuditTable.ofSignIns.keys))
    }

    @Test(arguments: RoleRow.all.filter { AuditTable.ofSignIns[$0.name] != nil })
    func `has the same events of signing in, whoever sends it`(row: RoleRow) async throws {
        let (actions, subject) = try #require(AuditTable.ofSignIns[row.name])

        for asker in [Asker.nobody, .registrar, .ann, .admin] {
            let scene = try await RoleScene()
            let answer = try await scene.server.send(
                row.method, row.path, as: scene.token(of: asker), json: RoleBodies.body(of: row),
                headers: [.requestID: asker.rawValue])
            let events = try await scene.events(of: asker.rawValue)

            let whose = subject.hasSuffix("*") ? subject.replacing("*", with: try answer.number()) : subject
            let expected = actions.map { AuditRow(action: $0, subject: whose, patients: "-", changed: "-") }
            #expect(events.map { AuditRow($0) } == expected, "\(asker) \(answer.status)")
            #expect(events.allSatisfy { $0.account == $0.record })
            expectNoContents(of: RoleBodies.body(of: row), in: events)
        }
    }

    @Test(arguments: RoleRow.all.filter { AuditRow.all[$0.name] != nil })
    func `has one event of each request, with who, what, which record and whose`(
        row: RoleRow
    ) async throws {
        var scene = try await RoleScene()

        for asker in Asker.allCases {
            for time in 0..<(row.isRepeatable ? 2 : 1) {
                let name = "\(asker.rawValue)-\(time)"
                let body = try await scene.enrolAll(for: row) ?? RoleBodies.body(of: row)
                let answer = try await scene.server.send(
                    row.method, row.path.replacing(/\{[a-z_]+\}/, with: "1"), as: scene.token(of: asker),
                    json: body, headers: [.idempotencyKey: "k", .requestID: name])
                let events = try await scene.events(of: name)
                let expected = try row.expected(for: asker, answer, isRepeated: time == 1)

                #expect(events.map { AuditRow($0) } == expected, "\(asker) \(answer.status)")
                #expect(events.allSatisfy { $0.account == scene.account(of: asker) })
                #expect(events.allSatisfy { $0.role == asker.role && !$0.session.isEmpty })
                expectNoContents(of: body, in: events)
            }
            if row.method != .get { scene = try await RoleScene() }
        }
    }

    /// Nothing that was sent may be found in an event, but for codes that it may hold anyway.
    private func expectNoContents(of body: String?, in events: [AuditEntry]) {
        let body = body.flatMap { try? JSONParser.parse($0.utf8) }
        for text in (body?.members ?? []).compactMap(\.value.text) where text.count > 2 {
            for event in events {
                let texts = [event.action, event.outcome, event.address, event.changed, event.session]
                #expect(!texts.contains { $0.contains(text) }, "\(text)")
            }
        }
    }
}

extension RoleScene {
    /// What was noted of a request.
    fileprivate func events(of request: String) async throws -> [AuditEntry] {
        var query = AuditQuery()
        query.ordering = [Ordering(.id)]
        return try await server.storage.reads.audit.list(query).map(\.entry).filter { $0.request == request }
    }

    /// Gives everybody a second factor for a request that needs one.
    ///
    /// - Returns: its body, with the present code; `nil` for other requests.
    fileprivate func enrolAll(for row: RoleRow) async throws -> String? {
        let isRemoval = row.name == "DELETE /api/auth/otp/"
        guard isRemoval || row.name == "POST /api/auth/otp/confirm/" else { return nil }
        let secrets = try OpenSSLSecondFactorSecrets(
            secretKey: "a key for tests that is long enough", random: CountingBits())
        let secret = OneTimeSecret(bits: 7, more: 8)
        try await server.storage.transaction { stores throws(Failure) in
            for id in (1...Int64(Asker.allCases.count)).compactMap({ AccountID($0) }) {
                let factor = SecondFactor(
                    sealedSecret: secrets.seal(secret, of: id), confirmedAt: isRemoval ? .dawn : nil)
                try await stores.secondFactors.keep(factor, of: id)
            }
        }
        let code = secrets.code(of: secret, step: TimeStep.number(at: .dawn)).text
        return isRemoval ? #"{"otp":"\#(code)","password":"Tr1cky-Horse-9"}"# : #"{"otp":"\#(code)"}"#
    }

    fileprivate func account(of asker: Asker) -> Int64? {
        token(of: asker)?.split(separator: ".").dropFirst().first.flatMap { Int64($0) }
    }
}

extension Asker {
    fileprivate var role: String {
        switch self {
        case .nobody: ""
        case .registrar, .booker, .stranger: "staff"
        case .house, .wilson, .grey, .retired: "doctor"
        case .ann, .bo: "patient"
        case .admin: "admin"
        }
    }

    /// The patient to whom the account belongs.
    fileprivate var patient: String {
        switch self {
        case .ann: "1"
        case .bo: "2"
        case .nobody, .registrar, .booker, .stranger, .house, .wilson, .grey, .retired, .admin: "-"
        }
    }
}

extension RoleRow {
    /// What the trail should say when this was answered so.
    fileprivate func expected(for asker: Asker, _ answer: Received, isRepeated: Bool) throws -> [AuditRow] {
        guard var row = AuditRow.all[name] else { return [] }
        switch answer.status {
        case 200, 201, 204:
            row.subject = row.subject.replacing("own", with: "\(accountNumber(of: asker))")
            if row.patients == "own" { row.patients = asker.patient }
            if row.patients == "*" { row.patients = try answer.patientsInList(path) }
            if row.subject.hasSuffix("*") { row.subject = row.subject.replacing("*", with: try answer.number()) }
            guard isRepeated else { return [row] + also(for: asker, answer) }
            row.action = row.action.replacing("created", with: "read")
            return [row]
        case 403, 404:
            row.action = "access.refused"
            row.outcome = "refused"
            row.changed = "-"
            row.patients = row.subject.split(separator: ":").first.flatMap { AuditTable.refused[String($0)] } ?? "-"
            if method == .post || row.subject == "-" { (row.subject, row.patients) = ("-", "-") }
            return [row]
        default: return []
        }
    }

    /// The doctors of a patient are read with the patient.
    private func also(for asker: Asker, _ answer: Received) -> [AuditRow] {
        guard path == "/hospital/api/mappings/{patient_id}/" else { return [] }
        return [AuditRow(action: "mapping.listed", subject: "patient:1", patients: "1", changed: "-")]
    }

    private func accountNumber(of asker: Asker) -> Int {
        let order: [Asker] = [
            .registrar, .stranger, .admin, .nobody, .booker, .house, .wilson, .grey, .retired, .ann, .bo,
        ]
        return (order.firstIndex(of: asker) ?? 0) + 1
    }
}

extension Received {
    fileprivate func number() throws -> String {
        String(Int(try #require(try JSONParser.parse(body.utf8)["id"]?.number)))
    }

    /// Whose data a list of patients, mappings or appointments shows.
    fileprivate func patientsInList(_ path: String) throws -> String {
        let rows = try #require(try JSONParser.parse(body.utf8).elements)
        let numbers = rows.compactMap { row in
            (path.hasSuffix("/patients/") ? row["id"] : row["patient"]?["id"] ?? row["patient"])?.number
        }
        let patients = Set(numbers.map { Int($0) }).sorted().map { String($0) }.joined(separator: ",")
        return patients.isEmpty ? "-" : patients
    }
}
