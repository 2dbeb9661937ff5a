import HTTPTypes
import HummingbirdCore
import NIOCore
import Testing

@testable import HTTPTransport

@Suite struct `The head of an answer` {
    @Test(
        arguments: [
            ("/api/patients/1/", [:]), ("/api/patients/1/", [.origin: "https://desk.example.org"]),
            ("/api/schema/", [:]), ("/api/nowhere/", [:]), ("/api/docs/", [:]),
        ] as [(String, HTTPFields)]) func `says the same in bytes as in fields`(path: String, sent: HTTPFields)
        async throws
    {
        let server = try await TestServer.withRecords()
        var asked = HTTPRequest(
            method: .get, scheme: "http", authority: "localhost", path: path, headerFields: sent)
        asked.headerFields[.authorization] = "Bearer \(server.nurse)"
        let answer = await server.dispatcher.finishedAnswer(
            to: Request(head: asked, body: RequestBody(buffer: ByteBuffer())), from: nil)

        var bytes = ByteBuffer()
        bytes.writeHead(of: answer, date: "today", isLast: true)

        let lines = String(buffer: bytes).split(separator: "\r\n", omittingEmptySubsequences: false)
        let fields = answer.head.headerFields.map { "\($0.name.canonicalName): \($0.value)" }
        let written = lines.dropFirst().dropLast(2).map { line in
            line.prefix { $0 != ":" }.lowercased() + line.drop { $0 != ":" }
        }
        #expect(lines.first == "HTTP/1.1 \(answer.status.code) \(answer.status.reasonPhrase)")
        #expect(written.sorted() == (fields + ["date: today", "connection: close"]).sorted())
        #expect(lines.suffix(2) == ["", ""])
    }

    @Test(arguments: [false, true]) func `has each of the standing fields once, whatever the answer says itself`(
        overTLS: Bool
    ) {
        let standing = overTLS ? StandingFields.overTLS : .plain

        let text = String(decoding: standing.bytes, as: UTF8.self).lowercased()

        for field in SecurityHeaders.all + (overTLS ? [SecurityHeaders.onlyTLS] : []) {
            #expect(text.contains("\(field.name.canonicalName): \(field.value.lowercased())\r\n"))
            #expect(standing.hasOne(of: [field.name: "own"]))
        }
        #expect(text.contains("vary: origin\r\n") && !standing.hasOne(of: [.contentType: "text/html"]))
    }
}
