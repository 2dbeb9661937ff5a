import Domain
import Testing

@Suite struct `Where a request comes from` {
    @Test func `keeps two hundred characters of a device's name`() {
        let sent = String(repeating: "é", count: 300)

        let origin = RequestOrigin(request: "r", address: nil, device: sent)

        #expect(origin.device == String(repeating: "é", count: 200))
    }

    @Test(arguments: ["127.0.0.1", "::1", "2001:db8::7"]) func `an address is of either version`(_ text: String) {
        let address = ClientAddress(text)

        #expect(address?.text == text)
    }

    @Test(arguments: ["", "localhost", "1.2.3", "1.2.3.256", "::g"]) func `other text is no address`(_ text: String) {
        let address = ClientAddress(text)

        #expect(address == nil)
    }
}
