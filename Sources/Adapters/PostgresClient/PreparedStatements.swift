/// Which statements a connection has prepared, and under which name. Bounded: what comes later is sent unprepared.
struct PreparedStatements {
    enum Use {
        case named(String)
        case toPrepare(String)
        case unnamed
    }

    static let limit = 256

    let isEnabled: Bool
    private var names: [String: String] = [:]
    private var lastNumber = 0

    init(isEnabled: Bool) {
        self.isEnabled = isEnabled
    }

    mutating func use(of sql: String) -> Use {
        guard isEnabled else { return .unnamed }
        if let name = names[sql] { return .named(name) }
        guard names.count < Self.limit else { return .unnamed }
        lastNumber += 1
        let name = "s\(lastNumber)"
        names[sql] = name
        return .toPrepare(name)
    }

    /// The name is not prepared, or no longer good; the next use prepares a new one.
    mutating func forget(_ sql: String) {
        names[sql] = nil
    }

    mutating func forgetAll() {
        names = [:]
    }
}
