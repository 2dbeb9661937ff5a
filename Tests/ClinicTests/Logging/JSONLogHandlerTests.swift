import Logging
import Testing

@testable import clinic

@Suite struct `A line of the log` {
    @Test func `is a JSON object with time, level, message and the metadata in order`() throws {
        let lines = try logged { $0.notice("request", metadata: ["status": "200", "route": "/api/patients/"]) }

        #expect(
            lines == [
                #"{"time":"2026-03-02T09:30:00.125000Z","level":"notice","message":"request","#
                    + #""route":"/api/patients/","status":"200"}"#
            ])
    }

    @Test(arguments: [
        "a \"quoted\" \\ word", "two\nlines", "\r\n\t\u{0}\u{1F}\u{7F}", "Zoë \u{1F469}\u{200D}\u{2695}\u{FE0F}",
        "\u{2028}\u{2029}", "</script>", "\"\u{301}", "",
    ])
    func `is one line of valid JSON, whatever it says`(text: String) throws {
        let lines = try logged { $0.info("\(text)", metadata: ["key": "\(text)", "k\(text)": "value"]) }

        let members = try members(of: try #require(lines.first))
        #expect(lines.count == 1)
        #expect(members?["message"]?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
        #expect(members?["key"]?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
        #expect(members?["k\(text)"] == "value")
    }

    @Test func `names the type of an error and never what it says`() throws {
        let lines = try logged { $0.error("failed", error: TalkativeError(patient: "Ann Quagga")) }

        #expect(try members(of: try #require(lines.first))?["error"] == "TalkativeError")
        #expect(!lines.joined().contains("Quagga"))
    }

    @Test func `without an error has no member of that name`() throws {
        let lines = try logged { $0.error("failed") }

        #expect(try members(of: try #require(lines.first))?.keys.sorted() == ["level", "message", "time"])
    }

    @Test(arguments: ["time", "level", "message", "error"])
    func `keeps its own members when metadata has a key of the same name`(key: String) throws {
        let lines = try logged { logger in
            logger.error("failed", error: TalkativeError(patient: "Ann"), metadata: [key: "other", "_\(key)": "third"])
        }

        let line = try #require(lines.first)
        let members = try #require(try members(of: line))
        let plain = ["time": "2026-03-02T09:30:00.125000Z", "level": "error", "message": "failed"]
        #expect(members.filter { plain.keys.contains($0.key) } == plain)
        #expect(members["error"] == "TalkativeError")
        #expect(members["_\(key)"] == "other" && members["__\(key)"] == "third")
        #expect(line.split(separator: "\"\(key)\":").count == 2, "the member is there once")
    }

    @Test func `takes the event's metadata over the logger's`() throws {
        let lines = try logged { logger in
            var logger = logger
            logger[metadataKey: "request_id"] = "first"
            logger[metadataKey: "account"] = "7"
            logger.info("request", metadata: ["request_id": "second"])
        }

        let members = try members(of: try #require(lines.first))
        #expect(members?["request_id"] == "second" && members?["account"] == "7")
    }

    @Test func `is not written below the level`() throws {
        let lines = try logged(level: .warning) { logger in
            logger.info("unseen")
            logger.warning("seen")
        }

        #expect(lines.count == 1 && lines[0].contains("\"seen\""))
    }
}

private struct TalkativeError: Error, CustomStringConvertible {
    let patient: String

    var description: String { "no room for \(patient)" }
}
