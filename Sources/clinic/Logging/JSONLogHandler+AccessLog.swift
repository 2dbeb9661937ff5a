import Application
import Domain
import HTTPTransport

/// The access log, by far the most of all lines: members in the order of their names, as `log` sorts them.
extension JSONLogHandler: AccessLineWriter {
    func write(_ told: AccessLogLine) {
        var line = LogLine()
        line.append(fixed: "{\"time\":\"")
        line.append(clock.now())
        line.append(fixed: "\",\"level\":\"info\",\"message\":\"request\"")
        if let account = told.account { line.append(",\"account\":", quoted: account) }
        if told.isBusy { line.append(fixed: ",\"busy\":\"true\"") }
        line.append(",\"duration_us\":", quoted: Int64(told.microseconds))
        line.append(fixed: ",\"method\":")
        line.append(quoted: told.method)
        line.append(fixed: ",\"request_id\":")
        line.append(quoted: told.requestID)
        if let route = told.route {
            line.append(fixed: ",\"route\":")
            line.append(quoted: route)
        }
        line.append(",\"status\":", quoted: Int64(told.status))
        line.append(fixed: "}")
        lines.append(line.bytes)
    }
}
