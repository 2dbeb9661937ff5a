import Domain
import Testing

@Suite struct `A range of addresses` {
    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.0.0.0/8", "::ffff:10.1.2.3", true),
        ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false), ("192.0.2.7/32", "192.0.2.7", true),
        ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "2001:db8::1", false), ("::/0", "2001:db8::1", true),
        ("2001:db8::/32", "2001:db8:7::1", true), ("2001:db8::/32", "2001:db9::1", false), ("::1", "::1", true),
    ]) func `has the addresses that begin with its bits`(_ range: String, _ address: String, _ isIn: Bool) throws {
        let range = try #require(AddressRange(range))
        let address = try #require(ClientAddress(address))

        let contains = range.contains(address)

        #expect(contains == isIn)
    }

    @Test(arguments: [
        "", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0.1/8", "::/129",
        "2001:db8::1/32",
        "/8", "10.0.0.0/x",
    ]) func `is refused when it is no range, or names bits that it does not have`(_ text: String) {
        let range = AddressRange(text)

        #expect(range == nil)
    }
}
