import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import HTTPTransport

@Suite struct `What is the same for everybody` {
    @Test(arguments: [
        "/api/schema/", "/api/schema/?format=yaml", "/api/postman.json", "/api/docs/", "/api/docs/docs.js",
        "/api/docs/docs.css",
    ]) func `is kept once, however many answers wait with it`(_ path: String) async throws {
        let server = try await TestServer()
        var bodies: [ByteBuffer] = []

        for _ in 0..<3 {
            let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path)
            let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
            bodies.append(await server.dispatcher.finishedAnswer(to: request, from: nil).body)
        }

        let places = bodies.map { $0.withUnsafeReadableBytes(\.baseAddress) }
        #expect(bodies.count == 3 && bodies.allSatisfy { $0.readableBytes > 500 })
        #expect(places.allSatisfy { $0 != nil && $0 == places[0] })
    }
}
