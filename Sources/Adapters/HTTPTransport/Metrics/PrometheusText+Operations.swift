import Application

/// What is behind the transport.
extension PrometheusText {
    mutating func add(_ state: OperationsState) {
        single(
            "clinic_database_up", .gauge, "Whether the database answers: 1 or 0.", state.storage == nil ? 0 : 1)
        if let storage = state.storage { add(storage) }
        if let load = state.load { add(load) }
        if let hashing = state.hashing { add(hashing) }
        if let sessions = state.sessions {
            single("clinic_sessions_open", .gauge, "Sessions that live.", sessions.sessions)
            single("clinic_sessions_accounts", .gauge, "Accounts that have a session.", sessions.accounts)
        }
    }

    private mutating func add(_ storage: StorageState) {
        begin("clinic_database_info", .gauge, "The engine and its version.")
        sample(
            "clinic_database_info", labels: [("engine", storage.engine.rawValue), ("version", storage.version)], 1)
        single(
            "clinic_database_migrations_applied", .gauge, "Migrations that the database has.",
            storage.appliedMigrations)
        single(
            "clinic_database_migrations_known", .gauge, "Migrations that this program knows.",
            storage.knownMigrations)
        single("clinic_database_size_bytes", .gauge, "Size of the database on its disk.", Int(storage.bytes))
    }

    private mutating func add(_ load: StorageLoad) {
        let gauges: [(String, String, (StorageLoad.Lane) -> Int)] = [
            ("connections_open", "Connections to the database.", { $0.connections }),
            ("connections_max", "Connections that there may be.", { $0.mostConnections }),
            ("work_in_flight", "Reads and transactions that are being done.", { $0.underWay }),
            ("work_waiting", "Reads and transactions that wait.", { $0.waiting }),
        ]
        for (suffix, help, value) in gauges {
            let name = "clinic_database_\(suffix)"
            begin(name, .gauge, help)
            for lane in load.lanes { sample(name, labels: [("lane", lane.kind.rawValue)], value(lane)) }
        }
        single(
            "clinic_database_refused_total", .counter, "What was turned away because too much waited, or too long.",
            load.refused)
        single(
            "clinic_database_connections_lost_total", .counter, "Connections to the database that were lost.",
            load.lost)
    }

    private mutating func add(_ hashing: HashingLoad) {
        single(
            "clinic_password_hashing_threads", .gauge, "Password hashes that are computed at a time, at most.",
            hashing.threads)
        single(
            "clinic_password_hashing_in_flight", .gauge, "Password hashes that are being computed.", hashing.running)
        single("clinic_password_hashing_waiting", .gauge, "Password hashes that wait.", hashing.waiting)
        single(
            "clinic_password_hashing_refused_total", .counter,
            "Password hashes that were turned away because too many waited.", hashing.refused)
    }
}
