import HTTPTypes
import NIOHTTP1
import NIOHTTPTypesHTTP1
import Testing

@testable import HTTPTransport

@Suite struct `A request of HTTP/1` {
    @Test(arguments: [
        "/", "/api/patients/7/?page=2", "//twice//", "/a:b/c", "/%2e%2e/%zz?x=http://y", "/?", "*",
        "http://localhost/api/?x=1", "HTTPS://localhost",
    ]) func `becomes what the library makes of it, whatever its target`(target: String) throws {
        let head = HTTPRequestHead(
            version: .http1_1, method: .GET, uri: target,
            headers: [
                "hOST": "localhost:1", "Accept": "*/*", "accept": "text/html", "X-Ünsound": "x", "Cookie": "a=1; b=2",
            ])

        let made = try HTTP1Requests.request(head)

        #expect(made == (try HTTPRequest(head, secure: false, splitCookie: false)))
    }
}
