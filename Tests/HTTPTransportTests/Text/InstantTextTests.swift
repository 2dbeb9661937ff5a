import Domain
import Foundation
import Testing

@testable import HTTPTransport

@Suite("times as text")
struct InstantTextTests {
    @Test(
        "the forms that clients send are read",
        arguments: [
            ("2025-12-20T10:30:00Z", "2025-12-20T10:30:00Z"), ("2025-12-20 10:30:00Z", "2025-12-20T10:30:00Z"),
            ("2025-12-20T10:30Z", "2025-12-20T10:30:00Z"), ("2025-12-20T10:30", "2025-12-20T10:30:00Z"),
            ("2025-12-20", "2025-12-20T00:00:00Z"), ("2025-12-20T10:30:00+05:30", "2025-12-20T05:00:00Z"),
            ("2025-12-20T10:30:00+0530", "2025-12-20T05:00:00Z"), ("2025-12-20T10:30:00+05", "2025-12-20T05:30:00Z"),
            ("2025-12-20T10:30-00:00", "2025-12-20T10:30:00Z"), ("2025-12-31T23:00-02:30", "2026-01-01T01:30:00Z"),
            ("2025-12-20T10:30+23:59", "2025-12-19T10:31:00Z"),
            ("2025-12-20T10:30:00.5Z", "2025-12-20T10:30:00.500000Z"),
            ("2025-12-20T10:30:00,000001Z", "2025-12-20T10:30:00.000001Z"),
            ("2025-12-20T10:30:00.1234569", "2025-12-20T10:30:00.123456Z"),
            ("2025-12-20T10:30:00.1234567890123+01", "2025-12-20T09:30:00.123456Z"),
            ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"), ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ])
    func forms(sent: String, kept: String) throws {
        let instant = try #require(InstantText.parse(sent))

        #expect(written(instant) == kept)
    }

    @Test(
        "what is no time, or an impossible one, is refused",
        arguments: [
            "", "x", "2025", "2025-12", "2025-12-20T", "2025-12-20Z", "2025-12-20T10", "2025-12-20T10:30:60Z",
            "2025-12-20T24:00Z", "2025-12-20T10:60Z", "2025-12-20T10:30+24:00", "2025-12-20T10:30+05:60",
            "2025-12-20T10:30+5", "2025-12-20T10:30+5:30", "2025-12-20T10:30+05:", "2025-12-20T10:30+053",
            "2025-12-20T10:30:00.Z", "2025-12-20T10:30:00.", "2025-12-20T10:30:", "2025-12-20x10:30", "2025-02-29",
            "2025-9-6T9:45", "next tuesday", "2025-12-20T10:30:00 +05:30", "2025-12-20T10:30:00ZZ", "-025-12-20",
        ])
    func refused(text: String) {
        #expect(InstantText.parse(text) == nil)
    }

    @Test("texts of RFC 3339 are read", arguments: vectors("valid_rfc3339"))
    func valid(text: String) {
        #expect(InstantText.parse(text) != nil)
    }

    @Test(
        "texts that are not RFC 3339 are refused, but for the forms that this API allows", arguments: vectors("invalid")
    )
    func invalid(text: String) {
        let allowed: Set = ["2025-12-20", "2025-12-20T10:30", "2025-12-20T10:30:00", "2025-12-20T10:30:00+0545"]

        #expect((InstantText.parse(text) != nil) == allowed.contains(text))
    }

    @Test("leap seconds are refused", arguments: vectors("leap_second"))
    func leapSeconds(text: String) {
        #expect(InstantText.parse(text) == nil)
    }

    @Test("times from all ages are written as they were read", arguments: vectors("boundary"))
    func boundaries(text: String) throws {
        let impossible: Set = ["1900-02-29T00:00:00Z", "294276-12-31T23:59:59Z"]
        guard let instant = InstantText.parse(text) else {
            #expect(impossible.contains(text))
            return
        }

        let sixDecimals = text.replacingOccurrences(of: "854775808Z", with: "854775Z")

        #expect(written(instant) == sixDecimals)
    }

    @Test("instants are written with six decimals or none")
    func writing() {
        #expect(written(Instant(microseconds: 1_757_151_906_922_295)) == "2025-09-06T09:45:06.922295Z")
        #expect(written(Instant(microseconds: 1_757_151_906_000_000)) == "2025-09-06T09:45:06Z")
        #expect(written(Instant(microseconds: 1_757_151_906_000_010)) == "2025-09-06T09:45:06.000010Z")
        #expect(written(Instant(microseconds: -1)) == "1969-12-31T23:59:59.999999Z")
    }

    @Test("times and dates are members")
    func members() throws {
        var writer = JSONWriter()

        writer.beginObject()
        writer.member("at", Instant(microseconds: 0))
        writer.member("on", try #require(CalendarDate("0990-05-07")))
        writer.member("born", nil as CalendarDate?)
        writer.endObject()

        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == #"{"at":"1970-01-01T00:00:00Z","on":"0990-05-07","born":null}"#)
    }

    private func written(_ instant: Instant) -> String {
        var writer = JSONWriter()
        writer.value(instant)
        return String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    private static func vectors(_ name: String) -> [String] {
        guard let file = Bundle.module.resourceURL?.appending(path: "Vectors/time/rfc3339_strings.json"),
            let bytes = try? Data(contentsOf: file), case .object(let lists) = try? JSONParser.parse(bytes),
            case .array(let texts) = lists[name]
        else { return [] }
        return texts.compactMap { text in
            guard case .string(let text) = text else { return nil }
            return text
        }
    }
}
