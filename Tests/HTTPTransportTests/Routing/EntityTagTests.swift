import Domain
import Testing

@testable import HTTPTransport

@Suite("Entity tags")
struct EntityTagTests {
    @Test("name a version, and give it back")
    func roundTrip() {
        let version = Instant(microseconds: 1_756_710_000_123_456)

        let tags = [EntityTag(version: version), EntityTag(version: version, variant: "43")]

        #expect(tags.map(\.text) == ["\"hap9fl5ydc\"", "\"hap9fl5ydc.43\""])
        for tag in tags { #expect(EntityTag.version(ofOpaque: tag.text.dropFirst().dropLast()) == version) }
    }

    @Test(
        "are listed with commas between",
        arguments: [
            (#""a""#, [#""a""#]), (#" "a" , W/"b","c" "#, [#""a""#, #"W/"b""#, #""c""#]),
            (#""a",,"b","#, [#""a""#, #""b""#]),
            (#", ,"a""#, [#""a""#]), (#""""#, [#""""#]), ("\"\u{E9}\"", ["\"\u{E9}\""]),
        ])
    func lists(header: String, tags: [String]) throws {
        let list = try #require(EntityTagList(header))

        guard case .tags(let read) = list else { throw NotAList() }
        #expect(read.map { ($0.isWeak ? "W/" : "") + "\"\($0.opaque)\"" } == tags)
    }

    @Test(
        "name no version when they are not to the letter such as are given out",
        arguments: ["HAP4KD", "+hap4kd", "0hap4kd", "hap4kd.junk", "hap4kd.", "hap4kd.07", "hap4kd.1.2", "", "."])
    func strangers(opaque: String) {
        #expect(EntityTag.version(ofOpaque: "hap4kd") != nil)
        #expect(EntityTag.version(ofOpaque: opaque[...]) == nil)
    }

    @Test("may be any") func any() { #expect(EntityTagList(" * ") == .any) }

    @Test(
        "that cannot be read are no list",
        arguments: ["", ",", "a", "\"a", "\"a\" \"b\"", "*,\"a\"", "w/\"a\"", "W/ \"a\"", "\"a b\"", "\"a\u{7F}\""])
    func malformed(header: String) { #expect(EntityTagList(header) == nil) }

    private struct NotAList: Error {}
}
