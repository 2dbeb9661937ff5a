import Application
import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

/// What is left in the audit trail by every request of the matrix that a duty stands before.
@Suite struct `The audit trail of duties` {
    @Test func `has one refusal of each request, while the password has to be changed`() async throws {
        let server = try await TestServer.withRecords()
        try await server.change(1) { $0.mustChangePassword = true }

        let answers = try await server.answers(to: server.nurse, of: 1)

        #expect(answers.served == ["GET /api/auth/profile/", "POST /api/auth/password/change/"])
        #expect(answers.refused.count > 40)
        for (request, events) in answers.refused {
            #expect(events.map { AuditRow($0) } == [.refusal], "\(request)")
            #expect(events.allSatisfy { $0.role == "staff" && !$0.session.isEmpty }, "\(request)")
        }
    }

    @Test func `has one refusal of each request, while a second factor has to be set up`() async throws {
        let server = try await TestServer { $0.rules.administratorsNeedSecondFactor = true }

        let answers = try await server.answers(to: server.admin, of: 3)

        #expect(
            answers.served == [
                "GET /api/auth/profile/", "POST /api/auth/password/change/", "POST /api/auth/otp/enrol/",
                "POST /api/auth/otp/confirm/",
            ])
        #expect(answers.refused.count > 40)
        for (request, events) in answers.refused {
            #expect(events.map { AuditRow($0) } == [.refusal], "\(request)")
        }
    }

    @Test func `is what a refusal waits for`() async throws {
        let server = try await TestServer { $0.rules.administratorsNeedSecondFactor = true }
        let silent = try await TestServer {
            $0.rules.administratorsNeedSecondFactor = true
            $0.storageFailure = .busy
        }

        let noted = try await server.send(.get, "/api/patients/", as: server.admin)
        let lost = try await silent.send(.get, "/api/patients/", as: silent.admin)

        #expect(noted.status == 403)
        #expect(lost.status == 503)
    }
}

extension AuditRow {
    /// That somebody was refused something, whatever it was.
    fileprivate static let refusal = {
        var row = AuditRow(action: "access.refused", subject: "-", patients: "-", changed: "-")
        row.outcome = "refused"
        return row
    }()
}

extension TestServer {
    /// What is answered to each request of the matrix for which one has to be signed in, without members in its body.
    ///
    /// - Returns: those that were not refused, and the events of those that were.
    fileprivate func answers(
        to token: String, of account: Int64
    ) async throws -> (served: Set<String>, refused: [String: [AuditEntry]]) {
        let requests = Set(RoleRow.all.filter { $0.cells.first == "401" }.map { "\($0.method.rawValue) \($0.path)" })
        var names: [String: String] = [:]
        var served: Set<String> = []
        for (number, request) in requests.sorted().enumerated() {
            let words = request.split(separator: " ")
            let method = try #require(HTTPRequest.Method(String(words[0])))
            let answer = try await send(
                method, String(words[1]).replacing(/\{[a-z_]+\}/, with: "1"), as: token, json: "{}",
                headers: [.requestID: "duty-\(number)"])
            if answer.status == 403 { names["duty-\(number)"] = request } else { served.insert(request) }
        }
        var query = AuditQuery()
        query.account = AccountID(account)
        let entries = try await storage.reads.audit.list(query).map(\.entry)
        let events = Dictionary(grouping: entries, by: \.request)
        let refused = names.map { name, request in (request, events[name] ?? []) }
        return (served, Dictionary(uniqueKeysWithValues: refused))
    }
}
