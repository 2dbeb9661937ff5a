import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `Where a client is` {
    private let proxies = TrustedProxies(["127.0.0.1", "10.0.0.0/8", "::1"].compactMap { AddressRange($0) })

    @Test(arguments: [
        ("192.0.2.7", "10.0.0.1"), ("203.0.113.9, 192.0.2.7", "10.0.0.1"),
        ("203.0.113.9, 192.0.2.7, 10.1.1.1", "10.0.0.1"),
        ("192.0.2.7:4711", "::1"), (" 192.0.2.7 ", "127.0.0.1"), ("127.0.0.1,192.0.2.7", "127.0.0.1"),
    ]) func `is the last address in X-Forwarded-For that is no proxy's`(_ chain: String, _ peer: String) {
        let client = proxies.client(behind: ClientAddress(peer), headers(xForwardedFor: chain))

        #expect(client?.text == "192.0.2.7")
    }

    @Test func `is behind TLS when the nearest proxy, and it alone, says so`() {
        let peer = ClientAddress("10.0.0.1")
        let common: (String) -> HTTPFields = { [HTTPField.Name("X-Forwarded-Proto")!: $0] }
        let standard: (String) -> HTTPFields = { [HTTPField.Name("Forwarded")!: $0] }

        #expect(proxies.sayTLS(behind: peer, common("https")))
        #expect(proxies.sayTLS(behind: peer, standard("for=192.0.2.7;proto=https")))
        #expect(!proxies.sayTLS(behind: peer, common("https, http")))
        #expect(!proxies.sayTLS(behind: peer, standard("proto=https, for=10.0.0.2")))
        #expect(!proxies.sayTLS(behind: peer, [:]))
        #expect(!proxies.sayTLS(behind: ClientAddress("203.0.113.9"), common("https")))
    }

    @Test func `is the end of the connection when that is no proxy, whatever the request says`() {
        let client = proxies.client(
            behind: ClientAddress("203.0.113.9"), headers(xForwardedFor: "192.0.2.7", forwarded: "for=192.0.2.7"))

        #expect(client?.text == "203.0.113.9")
        #expect(
            TrustedProxies().client(behind: ClientAddress("127.0.0.1"), headers(xForwardedFor: "1.2.3.4"))?.text
                == "127.0.0.1")
        #expect(proxies.client(behind: nil, headers(xForwardedFor: "192.0.2.7")) == nil)
    }

    @Test(arguments: [
        ("for=192.0.2.7", "192.0.2.7"), ("for=203.0.113.9, For=192.0.2.7;proto=https", "192.0.2.7"),
        (#"proto=https;for="[2001:db8::7]:4711";by=10.0.0.1"#, "2001:db8::7"),
        (#"for="203.0.113.9, for=10.0.0.9", for="192.0.2.7:80""#, "192.0.2.7"),
    ]) func `is told by Forwarded in the same way`(_ chain: String, _ expected: String) {
        let client = proxies.client(behind: ClientAddress("10.0.0.1"), headers(forwarded: chain))

        #expect(client?.text == expected)
    }

    @Test(arguments: [
        "unknown", "_hidden", "", "192.0.2.7, unknown", "192.0.2.7,", "1.2.3", "192.0.2.7:x", "[2001:db8::7",
        "[2001:db8::7]x",
        "192.0.2.7:123456",
    ]) func `is a proxy when what it says cannot be read`(_ chain: String) {
        let client = proxies.client(behind: ClientAddress("10.0.0.1"), headers(xForwardedFor: chain))

        #expect(client?.text == "10.0.0.1")
    }

    @Test func `is a proxy when both headers are there and disagree`() {
        let peer = ClientAddress("10.0.0.1")

        let differing = proxies.client(behind: peer, headers(xForwardedFor: "192.0.2.7", forwarded: "for=192.0.2.8"))
        let agreeing = proxies.client(
            behind: peer, headers(xForwardedFor: "2001:db8::7", forwarded: #"for="[2001:DB8:0::7]""#))

        #expect(differing?.text == "10.0.0.1")
        #expect(agreeing?.text == "2001:db8::7")
    }

    @Test func `is the nearest proxy that is known when all are proxies`() {
        let client = proxies.client(behind: ClientAddress("10.0.0.1"), headers(xForwardedFor: "10.0.0.3, 10.0.0.2"))

        #expect(client?.text == "10.0.0.3")
    }

    @Test func `is read from all lines of the header, in their order`() {
        var fields = headers(xForwardedFor: "203.0.113.9")
        fields.append(HTTPField(name: HTTPField.Name("X-Forwarded-For")!, value: "192.0.2.7"))

        #expect(proxies.client(behind: ClientAddress("10.0.0.1"), fields)?.text == "192.0.2.7")
    }

    private func headers(xForwardedFor: String? = nil, forwarded: String? = nil) -> HTTPFields {
        var fields = HTTPFields()
        if let xForwardedFor { fields[HTTPField.Name("X-Forwarded-For")!] = xForwardedFor }
        if let forwarded { fields[HTTPField.Name("Forwarded")!] = forwarded }
        return fields
    }
}
