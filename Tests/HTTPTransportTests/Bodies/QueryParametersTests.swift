import Testing

@testable import HTTPTransport

@Suite("reading queries")
struct QueryParametersTests {
    @Test("parameters are decoded, and of one name the last counts")
    func parameters() throws {
        let query = try QueryParameters("status=A&search=ann+o%27neil&status=B&empty=&flag")

        #expect(query["status"] == "B")
        #expect(query["search"] == "ann o'neil")
        #expect(query["empty"] == "")
        #expect(query["flag"] == "")
        #expect(query["other"] == nil)
    }

    @Test("no query has no parameters")
    func none() throws {
        #expect(try QueryParameters(nil) == QueryParameters())
        #expect(try QueryParameters("") == QueryParameters())
    }

    @Test("more than a thousand parameters are refused")
    func tooMany() {
        #expect(throws: BodyProblem.self) { try QueryParameters(String(repeating: "a&", count: 1_001)) }
    }
}
