import Glibc

/// How many files, sockets among them, the process may have open.
enum OpenFileLimit {
    /// Descriptors that are not clients: databases, logs, listeners, the runtime's own.
    static let reserve = 48

    /// Raises the limit as far as the system allows without asking.
    ///
    /// - Returns: how many connections fit, at most as many as wanted.
    static func connections(wanted: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return wanted }
        let needed = rlim_t(wanted + reserve)
        if limit.rlim_cur < needed {
            var higher = limit
            higher.rlim_cur = min(needed, limit.rlim_max)
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &higher) == 0 { limit = higher }
        }
        return limit.rlim_cur >= needed ? wanted : max(8, Int(limit.rlim_cur) - reserve)
    }
}
