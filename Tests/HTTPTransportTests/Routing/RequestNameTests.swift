import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("The name of a request")
struct RequestNameTests {
    @Test(
        "the client's name is kept when it is sane", arguments: ["a", "req-1_2.3", String(repeating: "x", count: 128)])
    func kept(name: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(.get, "/healthz", headers: [.requestID: name])

        #expect(answer.headers[.requestID] == name)
    }

    @Test(
        "any other is replaced by a random one",
        arguments: ["", "with space", "line\u{1}", "größe", String(repeating: "x", count: 129), "a;b", "{}"])
    func replaced(name: String) {
        let chosen = RequestName.choose(sent: name, random: CountingBits())

        #expect(chosen == "00000000000000000000000000000001")
    }

    @Test("every answer has a name, an unknown path's and a foreign host's too")
    func everywhere() async throws {
        let server = try await TestServer()

        let unknown = try await server.send(.get, "/nothing")
        let foreign = try await server.send(.get, "/healthz", host: "evil.example")

        let names = [unknown, foreign].compactMap { $0.headers[.requestID] }
        #expect(Set(names).count == 2)
        #expect(names.allSatisfy { $0.utf8.count == 32 })
    }
}
