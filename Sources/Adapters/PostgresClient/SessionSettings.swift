/// The timeouts of a lane, as options of a session or as a statement for one transaction.
struct SessionSettings: Sendable {
    private let settings: [(name: String, value: String)]
    private let atConnection: Bool
    /// A write in the read lane might run twice or be undone by a neighbour's error: the server refuses it.
    private let isReadOnly: Bool
    /// How long the server may take before a connection counts as dead.
    let answerLimit: Duration

    static func reads(_ configuration: PostgresConfiguration) -> SessionSettings {
        SessionSettings(
            settings: [
                ("statement_timeout", milliseconds(configuration.readTimeout)),
                ("lock_timeout", milliseconds(configuration.readTimeout)),
            ], atConnection: configuration.sessionOptions, isReadOnly: true,
            answerLimit: configuration.readTimeout + configuration.answerGrace)
    }

    static func transactions(_ configuration: PostgresConfiguration) -> SessionSettings {
        SessionSettings(
            settings: [
                ("statement_timeout", milliseconds(configuration.statementTimeout)),
                ("lock_timeout", milliseconds(configuration.lockTimeout)),
                ("idle_in_transaction_session_timeout", milliseconds(configuration.idleInTransactionTimeout)),
            ], atConnection: configuration.sessionOptions, isReadOnly: false,
            answerLimit: configuration.statementTimeout + configuration.answerGrace)
    }

    /// The connection parameters with the settings added; what the connection string sets itself stays.
    func applied(to parameters: [String: String]) -> [String: String] {
        guard atConnection else { return parameters }
        var parameters = parameters
        var options = settings.map { "-c \($0.name)=\($0.value)" }
        if isReadOnly {
            options.append("-c default_transaction_read_only=on")
            // Our own read-only sessions would fail the check for read-write.
            if parameters["target_session_attrs"] == "read-write" { parameters["target_session_attrs"] = "primary" }
        }
        if let own = parameters["options"] { options.append(own) }
        parameters["options"] = options.joined(separator: " ")
        return parameters
    }

    /// What each transaction or batch begins with when the session has no settings; nil when it has.
    var statement: String? {
        guard !atConnection else { return nil }
        let all = settings + (isReadOnly ? [("transaction_read_only", "on")] : [])
        return "SELECT " + all.map { "set_config('\($0.name)', '\($0.value)', true)" }.joined(separator: ", ")
    }

    private static func milliseconds(_ duration: Duration) -> String {
        String(Int(max(1, duration / .milliseconds(1))))
    }
}
