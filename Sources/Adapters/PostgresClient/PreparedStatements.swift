/// Which statements a connection has prepared, and under which name. Bounded: at the limit all are given up at the next
/// occasion, and prepared again as they are used; until then further ones are sent unprepared.
struct PreparedStatements {
    enum Use {
        case named(String)
        case toPrepare(String)
        case unnamed
    }

    /// Sorted by its length alone: few statements are of the same, and to hash all of a text takes longer than to compare
    /// it with the one that it is.
    private struct Text: Hashable {
        let sql: String

        func hash(into hasher: inout Hasher) { hasher.combine(sql.utf8.count) }
    }

    static let limit = 256

    let isEnabled: Bool
    private var names: [Text: String] = [:]
    private var lastNumber = 0

    init(isEnabled: Bool) {
        self.isEnabled = isEnabled
    }

    var isFull: Bool { names.count >= Self.limit }

    mutating func use(of sql: String) -> Use {
        guard isEnabled else { return .unnamed }
        if let name = names[Text(sql: sql)] { return .named(name) }
        guard !isFull else { return .unnamed }
        lastNumber += 1
        let name = "s\(lastNumber)"
        names[Text(sql: sql)] = name
        return .toPrepare(name)
    }

    /// The name is not prepared, or no longer good; the next use prepares a new one.
    mutating func forget(_ sql: String) {
        names[Text(sql: sql)] = nil
    }

    mutating func forgetAll() {
        names = [:]
    }
}
