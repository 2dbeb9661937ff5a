import Domain
import Testing

@Suite("E-mail addresses")
struct EmailAddressTests {
    // Both lists were judged by the EmailValidator of Django 5.2.19.

    @Test(
        "what Django takes for an address is one",
        arguments: [
            "email@here.com", "weirder-email@here.and.there.com", "email@[127.0.0.1]", "email@[2001:dB8::1]",
            "email@[2001:dB8:0:0:0:0:0:1]", "email@[::fffF:127.0.0.1]", "email@[::]", "email@[1::]",
            "email@[1:2:3:4:5:6:1.2.3.4]", "example@valid-----hyphens.com", "example@valid-with-hyphens.com",
            "test@domain.with.idn.tld.उदाहरण.परीक्षा", "email@localhost", "\"test@test\"@example.com",
            "\"\\\u{9}\"@here.com", "\"a\\ b\"@here.com", "\"\"@here.com", "\"\\\\\"@here.com", "\"\\\"\"@here.com",
            "\"\u{1}\u{7F}\"@here.com", "o'brien+tag@example.museum", "a@b.co", "A@B.CO", "a@xn--e1afmkfd.xn--p1ai",
            "a@b.xn--abc-def", "a@b.XN--P1AI", "a@b.c-d", "!#$%&'*+-/=?^_`{|}~@example.com", "a@日本.日本", "test@1.com",
            "-@example.com", "a@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com",
            "a@b.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        ])
    func wellFormed(raw: String) throws {
        #expect(try EmailAddress(raw).text == raw)
    }

    @Test(
        "what Django refuses is none",
        arguments: [
            "abc", "abc@", "abc@bar", "abc@.com", "abc@LOCALHOST", "a @x.cz", "a@x cz.com", "something@@somewhere.com",
            "@example.com", "email@127.0.0.1", "email@[127.0.0.256]", "email@[2001:db8::12345]",
            "email@[2001:db8:0:0:0:0:1]", "email@[::ffff:127.0.0.256]", "email@[2001:dg8::1]",
            "email@[::fTzF:127.0.0.1]",
            "email@[01.2.3.4]", "email@[1.2.3]", "email@[1.2.3.4::]", "email@[1::2::3]", "email@[:::]",
            "email@[1:2:3:4:5:6:7:8:9]", "email@[1:2:3:4:5:6:7::8]",
            "email@[2001:0db8:85a3:0000:0000:8a2e:192.168.100.228]", "email@[IPv6:::1]", "email@[]", "email@[127.0.0.1",
            "email@127.0.0.1]", "example@invalid-.com", "example@-invalid.com", "example@invalid.com-",
            "example@inv-.-alid.com", "\"a b\"@here.com", "\"a\\\"@here.com", "\"a\"b\"@here.com", "\"a@here.com",
            "a\"@here.com", "\"é\"@here.com", "\"a\u{A}b\"@here.com", "\"\\\u{A}\"@here.com", "\"@here.com",
            "trailingdot@shouldfail.com.", "a.@here.com", ".a@here.com", "a..b@here.com", "a@b..com", "a@b.c", "a@b.c1",
            "a@b.123", "a@b.xn--", "a@b.xn--1_", "a@b_c.com", "a(b)@here.com", "a,b@here.com", "é@here.com", "a@😀.com",
            "a@b.\u{A0}m", "a@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com",
            "a@b.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ])
    func malformed(raw: String) {
        #expect(refusal { () throws(FieldError.Reason) in try EmailAddress(raw) } == .malformedEmail)
    }

    @Test("letters that only resemble ASCII in another case are refused in the local part, where Django lets them pass")
    func stricter() {
        for raw in ["\u{17F}a@here.com", "\u{212A}@here.com"] {
            #expect(refusal { () throws(FieldError.Reason) in try EmailAddress(raw) } == .malformedEmail)
        }
    }

    @Test("the host can be written in lower case, the local part keeps its case")
    func lowercasedHost() throws {
        let addresses = ["JOHN@Example.COM", "john@example.com", "\"A@B\"@ÄRZTE.DE"]

        let lowercased = try addresses.map { try EmailAddress($0).withLowercasedHost.text }

        #expect(lowercased == ["JOHN@example.com", "john@example.com", "\"A@B\"@ärzte.de"])
        #expect(EmailAddress(stored: "Nobody").withLowercasedHost.text == "Nobody")
    }
}
