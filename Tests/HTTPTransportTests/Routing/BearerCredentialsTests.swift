import Testing

@testable import HTTPTransport

@Suite("The Authorization header")
struct BearerCredentialsTests {
    @Test(
        "it holds a token, nothing of ours, or something unreadable",
        arguments: [
            (nil, .none), ("", .none), ("Token abc", .none), ("Basic YTpi", .none), ("bearer abc", .none),
            ("BEARER abc", .none), ("Bearerabc", .none), ("Bearer", .malformed), ("Bearer ", .malformed),
            ("Bearer a b", .malformed), ("Bearer a\tb", .malformed), ("Bearer  abc", .token("abc")),
            ("Bearer abc", .token("abc")), ("  Bearer \t abc ", .token("abc")),
        ] as [(String?, BearerCredentials)])
    func reads(header: String?, expected: BearerCredentials) {
        let credentials = BearerCredentials(header: header)

        #expect(credentials == expected)
    }
}
