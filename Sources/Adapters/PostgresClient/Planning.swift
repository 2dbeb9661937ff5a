/// How a prepared statement comes to its plan.
enum Planning: Sendable {
    /// As the server decides: after some runs perhaps once for all values.
    case byServer
    /// For the values of each run.
    case forValues
    /// Once for all values, from indexes that have the order of its rows.
    case inOrder
}

/// The statements that set the local setting to their only parameter until the transaction ends, and with it how what
/// comes next is planned.
struct SettingStatements: Sendable {
    private let byServer: String?
    private let forValues: String?
    private let inOrder: String?

    /// - Parameter setting: its name; with none there are no statements.
    init(_ setting: String?) {
        byServer = setting.map { "SELECT set_config('\($0)', $1, true)" }
        forValues = byServer.map { $0 + Self.setting("plan_cache_mode", "force_custom_plan") }
        // What is sorted or hashed is looked up whole first, and without the values nobody knows how much that is.
        inOrder = byServer.map {
            $0 + Self.setting("plan_cache_mode", "force_generic_plan") + Self.setting("enable_sort", "off")
                + Self.setting("enable_bitmapscan", "off") + Self.setting("enable_seqscan", "off")
        }
    }

    subscript(planning: Planning) -> String? {
        switch planning {
        case .byServer: byServer
        case .forValues: forValues
        case .inOrder: inOrder
        }
    }

    private static func setting(_ name: String, _ value: String) -> String {
        ", set_config('\(name)', '\(value)', true)"
    }
}
