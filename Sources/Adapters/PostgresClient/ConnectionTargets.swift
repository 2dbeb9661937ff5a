import CLibPQ

/// A connection string, parsed by libpq and taken apart into one set of parameters for each host, because
/// libpq's non-blocking connect never gives up a host that does not answer: we do, and go on to the next.
struct ConnectionTargets: Sendable {
    /// Keyword to value, one dictionary per host, in the order of the connection string. Never empty.
    let hosts: [[String: String]]
    let connectTimeoutSeconds: Int?

    private static let defaults = [
        "target_session_attrs": "read-write", "tcp_user_timeout": "10000", "keepalives_idle": "30",
        "keepalives_interval": "10", "keepalives_count": "3", "gssencmode": "disable",
        "application_name": "clinic", "client_encoding": "UTF8",
    ]

    init(_ connectionString: String) throws(PostgresError) {
        guard !connectionString.utf8.contains(0) else { throw .invalidConfiguration }
        let given = try Self.parse(connectionString)
        connectTimeoutSeconds = given["connect_timeout"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        hosts = try Self.split(given.merging(Self.defaults) { own, _ in own })
    }

    private static func parse(_ connectionString: String) throws(PostgresError) -> [String: String] {
        var message: UnsafeMutablePointer<CChar>?
        let options = PQconninfoParse(connectionString, &message)
        if let message { PQfreemem(message) }
        guard let options else { throw .invalidConfiguration }
        defer { PQconninfoFree(options) }
        var given: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { given[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return given
    }

    private static func split(_ parameters: [String: String]) throws(PostgresError) -> [[String: String]] {
        let names = list(parameters["host"])
        let addresses = list(parameters["hostaddr"])
        let ports = list(parameters["port"])
        let count = max(names.count, addresses.count, 1)
        guard names.isEmpty || names.count == count, addresses.isEmpty || addresses.count == count,
            ports.count <= 1 || ports.count == count
        else { throw .invalidConfiguration }
        return (0..<count).map { index in
            var target = parameters
            if !names.isEmpty { target["host"] = names[index] }
            if !addresses.isEmpty { target["hostaddr"] = addresses[index] }
            if !ports.isEmpty { target["port"] = ports[ports.count == 1 ? 0 : index] }
            return target
        }
    }

    private static func list(_ value: String?) -> [String] {
        guard let value else { return [] }
        return value.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
}
