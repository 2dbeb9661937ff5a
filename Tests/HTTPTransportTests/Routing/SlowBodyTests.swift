import Application
import Domain
import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import HTTPTransport

@Suite struct `A body that is long on its way` {
    @Test(arguments: Loss.allCases) func `brings its sender no rights that were lost meanwhile`(_ loss: Loss)
        async throws
    {
        let server = try await TestServer()
        let body = HeldBody(Body.ann) {
            server.clock.advance(seconds: 1)
            try await loss.happen(to: AccountID(1)!, in: server.storage)
        }

        let answer = try await server.send(
            .post, "/api/patients/", as: server.nurse, headers: [.contentType: "application/json"],
            body: RequestBody(asyncSequence: body))

        #expect(answer.status == loss.status)
        #expect(answer.body.contains(loss.text), "\(answer.body)")
        #expect(try await server.storage.reads.patients.list(PatientQuery(), in: .everything).isEmpty)
    }

    @Test func `is accepted of who has lost none`() async throws {
        let server = try await TestServer()
        let body = HeldBody(Body.ann) { server.clock.advance(seconds: 1) }

        let answer = try await server.send(
            .post, "/api/patients/", as: server.nurse, headers: [.contentType: "application/json"],
            body: RequestBody(asyncSequence: body))

        #expect(answer.status == 201)
    }

    @Test func `is told from one that comes at once, whose sender is not asked about twice`() async throws {
        let server = try await TestServer()
        let body = HeldBody(Body.ann) { try await Loss.session.happen(to: AccountID(1)!, in: server.storage) }

        let answer = try await server.send(
            .post, "/api/patients/", as: server.nurse, headers: [.contentType: "application/json"],
            body: RequestBody(asyncSequence: body))

        #expect(answer.status == 201)
    }

    /// What can be lost while a body is on its way.
    enum Loss: CaseIterable {
        case activity, session, role, freedomFromDuties

        var status: Int {
            switch self {
            case .activity, .session: 401
            case .role, .freedomFromDuties: 403
            }
        }

        var text: String {
            switch self {
            case .activity, .session: "token_not_valid"
            case .role: "permission"
            case .freedomFromDuties: "password_change_required"
            }
        }

        func happen(to id: AccountID, in storage: any Storage) async throws {
            _ = try await storage.transaction { stores throws(Failure) in
                guard var account = try await stores.accounts.findForChange(id) else { throw .notFound(.account) }
                switch self {
                case .activity: account.isActive = false
                case .session: try await stores.sessions.endAll(of: id, except: nil, at: .dawn)
                case .role: account.role = .doctor
                case .freedomFromDuties: account.mustChangePassword = true
                }
                try await stores.accounts.update(account)
                return true
            }
        }
    }
}

/// A body in two halves, between which something happens.
private struct HeldBody: AsyncSequence, Sendable {
    let text: String
    let meanwhile: @Sendable () async throws -> Void

    init(_ text: String, meanwhile: @escaping @Sendable () async throws -> Void) {
        self.text = text
        self.meanwhile = meanwhile
    }

    struct AsyncIterator: AsyncIteratorProtocol {
        let body: HeldBody
        var part = 0

        mutating func next() async throws -> ByteBuffer? {
            defer { part += 1 }
            let middle = body.text.utf8.count / 2
            switch part {
            case 0: return ByteBuffer(bytes: body.text.utf8.prefix(middle))
            case 1:
                try await body.meanwhile()
                return ByteBuffer(bytes: body.text.utf8.dropFirst(middle))
            default: return nil
            }
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: self) }
}
