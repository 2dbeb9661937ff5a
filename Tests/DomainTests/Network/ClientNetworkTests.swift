import Testing

@testable import Domain

@Suite struct `The network of a client` {
    @Test(arguments: [
        ("192.0.2.7", "::ffff:192.0.2.7"), ("192.0.2.7", "::FFFF:C000:207"), ("2001:db8::1", "2001:db8:0:0:ffff::9"),
        ("2001:db8::1", "2001:0DB8::"), ("::1", "0::7"),
    ]) func `is the same however an address is written, and for all of a site`(_ one: String, _ other: String) throws {
        let networks = [one, other].compactMap { ClientAddress($0) }.map { ClientNetwork(of: $0) }

        #expect(networks.count == 2)
        #expect(networks[0] == networks[1])
        #expect(networks[0].text == networks[1].text)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.8"), ("2001:db8::1", "2001:db8:0:1::1"), ("0.0.0.1", "::1"), ("1.2.3.4", "::102:304"),
    ]) func `is another one for others`(_ one: String, _ other: String) throws {
        let networks = [one, other].compactMap { ClientAddress($0) }.map { ClientNetwork(of: $0) }

        #expect(networks.count == 2)
        #expect(networks[0].text != networks[1].text)
    }
}
