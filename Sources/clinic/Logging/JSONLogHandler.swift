import Application
import Domain
import Logging

/// Logs one JSON object a line: time, level, message, the type of an error and the metadata as members.
struct JSONLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    private let lines: LogLines
    private let clock: any WallClock

    init(level: Logger.Level, lines: LogLines, clock: any WallClock) {
        logLevel = level
        self.lines = lines
        self.clock = clock
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var text = "{\"time\":\"\(clock.now().rfc3339)\",\"level\":\"\(event.level.rawValue)\",\"message\":"
        JSONLogHandler.append(event.message.description, to: &text)
        if let error = event.error {
            // Not what it says: that may be about a patient.
            text += ",\"error\":"
            JSONLogHandler.append("\(type(of: error))", to: &text)
        }
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            text += ","
            JSONLogHandler.append(JSONLogHandler.memberName(key), to: &text)
            text += ":"
            JSONLogHandler.append("\(value)", to: &text)
        }
        text += "}"
        lines.append(Array(text.utf8))
    }

    /// A key of metadata as it stands in the line. One that is named like a member of the line's own gets an underscore
    /// in front; so does one that has them already, so that two keys never become one.
    private static func memberName(_ key: String) -> String {
        let ownMembers: Set = ["time", "level", "message", "error"]
        return ownMembers.contains(String(key.drop { $0 == "_" })) ? "_\(key)" : key
    }

    private static func append(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension Instant {
    /// `YYYY-MM-DDThh:mm:ss.uuuuuuZ` (RFC 3339).
    var rfc3339: String {
        let (seconds, microseconds) = timeOfDay.quotientAndRemainder(dividingBy: 1_000_000)
        func padded(_ number: Int64, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(date)T\(clock).\(padded(microseconds, 6))Z"
    }
}
