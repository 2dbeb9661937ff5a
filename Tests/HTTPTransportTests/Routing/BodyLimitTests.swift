import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import HTTPTransport

@Suite("The size of bodies")
struct BodyLimitTests {
    private static let tooLarge = #"{"detail":"The request body is too large."}"#

    @Test("a body of exactly the limit is read, one byte more is refused")
    func limit() async throws {
        let server = try await TestServer { $0.maximumBodyBytes = 200 }
        let padding = { count in "{" + String(repeating: " ", count: count - 2) + "}" }

        let exact = try await server.send(.patch, "/api/auth/profile/", as: server.nurse, json: padding(200))
        let larger = try await server.send(.patch, "/api/auth/profile/", as: server.nurse, json: padding(201))

        #expect(exact.status == 200)
        #expect(larger.status == 413)
        #expect(larger.body == Self.tooLarge)
    }

    @Test("a body that is announced to be too large is refused before any of it is read")
    func announced() async throws {
        let server = try await TestServer { $0.maximumBodyBytes = 200 }
        let unread = RequestBody(asyncSequence: Pieces(count: 1, failsAtEnd: true))

        let answer = try await server.send(
            .post, "/api/patients/", as: server.nurse, headers: [.contentLength: "201"], body: unread)

        #expect(answer.status == 413)
        #expect(answer.body == Self.tooLarge)
    }

    @Test("a body that comes in pieces is counted while it is read")
    func pieces() async throws {
        let server = try await TestServer { $0.maximumBodyBytes = 200 }
        let body = RequestBody(asyncSequence: Pieces(count: 1_000, failsAtEnd: false))

        let answer = try await server.send(.post, "/api/patients/", as: server.nurse, body: body)

        #expect(answer.status == 413)
    }

    @Test("a body that breaks off is the client's fault")
    func brokenOff() async throws {
        let server = try await TestServer()
        let body = RequestBody(asyncSequence: Pieces(count: 2, failsAtEnd: true))

        let answer = try await server.send(.post, "/api/patients/", as: server.nurse, body: body)

        #expect(answer.status == 400)
        #expect(answer.body == #"{"detail":"The request body ended before it was complete."}"#)
    }

    @Test("a body that is too large is refused only to those who may send one")
    func strangers() async throws {
        let server = try await TestServer { $0.maximumBodyBytes = 2 }

        let stranger = try await server.send(.post, "/api/patients/", json: Body.ann)
        let wrongMethod = try await server.send(.put, "/api/patients/", as: server.nurse, json: Body.ann)

        #expect(stranger.status == 401)
        #expect(wrongMethod.status == 405)
    }
}

/// Pieces of ten bytes, after which the connection may be lost.
private struct Pieces: AsyncSequence, Sendable {
    struct Lost: Error {}

    let count: Int
    let failsAtEnd: Bool

    struct AsyncIterator: AsyncIteratorProtocol {
        var left: Int
        let failsAtEnd: Bool

        mutating func next() async throws -> ByteBuffer? {
            guard left > 0 else {
                if failsAtEnd { throw Lost() }
                return nil
            }
            left -= 1
            return ByteBuffer(string: "0123456789")
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(left: count, failsAtEnd: failsAtEnd) }
}
