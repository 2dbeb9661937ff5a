import Application
import Domain
import Logging

/// Logs one JSON object a line: time, level, message, the type of an error and the metadata as members.
struct JSONLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    let lines: LogLines
    let clock: any WallClock

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
        var line = LogLine()
        line.append(raw: "{\"time\":\"")
        line.append(clock.now())
        line.append(raw: "\",\"level\":\"")
        line.append(raw: event.level.rawValue)
        line.append(raw: "\",\"message\":")
        line.append(quoted: event.message.description)
        if let error = event.error {
            // Not what it says: that may be about a patient.
            line.append(raw: ",\"error\":")
            line.append(quoted: "\(type(of: error))")
        }
        let told = event.metadata ?? [:]
        let all = metadata.isEmpty ? told : metadata.merging(told) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            line.append(raw: ",")
            line.append(quoted: JSONLogHandler.memberName(key))
            line.append(raw: ":")
            line.append(quoted: value.text)
        }
        line.append(raw: "}")
        lines.append(line.bytes)
    }

    /// A key of metadata as it stands in the line. One that is named like a member of the line's own gets an underscore
    /// in front; so does one that has them already, so that two keys never become one.
    private static func memberName(_ key: String) -> String {
        switch key.drop(while: { $0 == "_" }) {
        case "time", "level", "message", "error": "_\(key)"
        default: key
        }
    }
}

extension Logger.MetadataValue {
    fileprivate var text: String {
        if case .string(let text) = self { text } else { description }
    }
}
