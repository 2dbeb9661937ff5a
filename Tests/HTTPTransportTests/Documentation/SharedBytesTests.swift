import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOEmbedded
import Testing

@testable import HTTPTransport

@Suite struct `What is the same for everybody` {
    @Test(arguments: [
        "/api/schema/", "/api/schema/?format=yaml", "/api/postman.json", "/api/docs/", "/api/docs/docs.js",
        "/api/docs/docs.css",
    ]) func `is kept once, however many answers wait with it`(_ path: String) async throws {
        let server = try await TestServer()
        let bodies = BodyKeeper()

        for _ in 0..<3 {
            let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path)
            let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: server.log.logger)
            let response = try await server.dispatcher.respond(
                to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), context: ClinicContext(source: source)
            )
            try await response.body.write(bodies)
        }

        let places = bodies.kept.map { $0.withUnsafeReadableBytes(\.baseAddress) }
        #expect(bodies.kept.count == 3 && bodies.kept.allSatisfy { $0.readableBytes > 500 })
        #expect(places.allSatisfy { $0 != nil && $0 == places[0] })
    }
}

/// Holds what was to be sent, as a connection does whose client takes nothing.
private final class BodyKeeper: ResponseBodyWriter {
    var kept: [ByteBuffer] = []

    func write(_ part: ByteBuffer) async throws { kept.append(part) }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
