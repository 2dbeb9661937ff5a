import Testing

@testable import HTTPTransport

@Suite("The Accept header")
struct AcceptHeaderTests {
    @Test(
        "JSON is acceptable to who says so, or says nothing",
        arguments: [
            nil, "", "  ", "*/*", "application/json", "Application/JSON; charset=utf-8", "application/*",
            "text/html,application/xhtml+xml,*/*;q=0.8", "text/html, application/json;q=0.1", "application/json; q=1",
            "*/*;q=0, application/json", "application/json;q=0, application/json;version=1",
        ] as [String?])
    func acceptable(header: String?) {
        let allowed = AcceptHeader.allowsJSON(header)

        #expect(allowed)
    }

    @Test(
        "JSON is not acceptable to who asks for something else or rules it out",
        arguments: [
            "text/html", "text/*", "application/xml", "application/json-seq", "application/json;q=0", "*/*; q=0.0",
            "text/html, application/json ; q=0",
            "application/json;q=0, */*", "*/*, application/json;q=0", "application/*;q=0, */*;q=0.5",
        ])
    func notAcceptable(header: String) {
        let allowed = AcceptHeader.allowsJSON(header)

        #expect(!allowed)
    }
}
