/// A statement on its way from a task to the reactor.
final class StatementRequest: Sendable {
    enum Kind: Sendable {
        case query
        /// Several statements in one text, by the simple protocol, without parameters.
        case script
        case commit
        case rollback
    }

    let kind: Kind
    let sql: String
    let planning: Planning
    let parameters: EncodedParameters
    /// The statement for several keys, the last of the parameters being one.
    let gathered: String?
    /// The statement for several rows, each of the parameters being an array.
    let together: String?
    let setting: LocalSetting
    /// Whether it runs under whatever setting is in force instead.
    let keepsSetting: Bool
    /// Whether somebody asks for its rows where it goes ahead of another one.
    let hasWantedRows: Bool
    /// What goes ahead of it in the same batch, and whose failure is its own.
    let ahead: [StatementRequest]
    let waiter = Waiter<PostgresRows>()

    init(
        _ kind: Kind, sql: String, planning: Planning = .byServer, parameters: EncodedParameters = .none,
        gathered: String? = nil, together: String? = nil, setting: LocalSetting = .none, keepsSetting: Bool = false,
        hasWantedRows: Bool = false, ahead: [StatementRequest] = []
    ) {
        self.kind = kind
        self.sql = sql
        self.planning = planning
        self.parameters = parameters
        self.gathered = gathered
        self.together = together
        self.setting = setting
        self.keepsSetting = keepsSetting
        self.hasWantedRows = hasWantedRows
        self.ahead = ahead
    }

    /// - Throws: `.invalidParameter`, `.invalidStatement` for NUL bytes.
    convenience init(
        _ statement: PostgresStatement, _ values: [PostgresValue], _ setting: LocalSetting,
        keepsSetting: Bool = false, hasWantedRows: Bool = false, ahead: [StatementRequest] = []
    ) throws(PostgresError) {
        guard statement.isValid else { throw .invalidStatement }
        self.init(
            .query, sql: statement.sql, planning: statement.planning, parameters: try EncodedParameters(values),
            gathered: statement.gathered, together: statement.together, setting: setting, keepsSetting: keepsSetting,
            hasWantedRows: hasWantedRows, ahead: ahead)
    }

    /// The same with other statements ahead of it, and another one waiting for it.
    func behind(_ ahead: [StatementRequest]) -> StatementRequest {
        StatementRequest(
            kind, sql: sql, planning: planning, parameters: parameters, gathered: gathered, together: together,
            setting: setting, keepsSetting: keepsSetting, hasWantedRows: hasWantedRows, ahead: ahead)
    }
}

extension StatementRequest {
    /// Whether one statement can do what both ask for.
    func goesTogether(with other: StatementRequest) -> Bool {
        together != nil && sql == other.sql && setting == other.setting && keepsSetting == other.keepsSetting
            && parameters.count == other.parameters.count
    }

    /// One statement for requests that go together; a single one is itself.
    static func one(of requests: [StatementRequest]) -> StatementRequest {
        let first = requests[0]
        guard requests.count > 1, let sql = first.together else { return first }
        return StatementRequest(
            .query, sql: sql, parameters: .arrays(of: requests.map(\.parameters)), setting: first.setting,
            keepsSetting: first.keepsSetting, hasWantedRows: first.hasWantedRows)
    }
}
