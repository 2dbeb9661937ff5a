/// One step of the schema. Never edited after its release; its text is part of the program.
struct PostgresMigration: Equatable, Sendable {
    let number: Int64
    let name: String
    let sql: String
    /// What the program does after the SQL, in the same transaction.
    let step: Step?

    /// What SQL cannot do.
    enum Step: Equatable, Sendable {
        /// Writes the text to search in again, as the program folds it now.
        case foldSearchText
        /// The same for accounts, which can be searched since later.
        case foldSearchTextOfAccounts
        /// Adds the marks of runs to the text to search in of patients.
        case markRuns
        /// Writes the text to search in of everybody again, as the program folds and marks it now.
        case foldAndMark
    }

    /// All of them, in order.
    static let all = [
        PostgresMigration(1, "accounts", PackageResources._001_accounts_sql),
        PostgresMigration(2, "patients", PackageResources._002_patients_sql),
        PostgresMigration(3, "doctors", PackageResources._003_doctors_sql),
        PostgresMigration(4, "assignments", PackageResources._004_assignments_sql),
        PostgresMigration(5, "appointments", PackageResources._005_appointments_sql),
        PostgresMigration(6, "sessions", PackageResources._006_sessions_sql),
        PostgresMigration(7, "session_generations", PackageResources._007_session_generations_sql),
        PostgresMigration(8, "sparse_records", PackageResources._008_sparse_records_sql),
        PostgresMigration(9, "lists", PackageResources._009_lists_sql, then: .foldSearchText),
        PostgresMigration(10, "idempotency_keys", PackageResources._010_idempotency_keys_sql),
        PostgresMigration(11, "registrars", PackageResources._011_registrars_sql),
        PostgresMigration(12, "sign_in", PackageResources._012_sign_in_sql),
        PostgresMigration(13, "second_factor", PackageResources._013_second_factor_sql),
        PostgresMigration(14, "audit", PackageResources._014_audit_sql),
        PostgresMigration(
            15, "account_administration", PackageResources._015_account_administration_sql,
            then: .foldSearchTextOfAccounts),
        PostgresMigration(16, "row_security", PackageResources._016_row_security_sql),
        PostgresMigration(17, "list_indexes", PackageResources._017_list_indexes_sql, then: .markRuns),
        PostgresMigration(18, "account_language", PackageResources._018_account_language_sql),
        PostgresMigration(19, "cheaper_writes", PackageResources._019_cheaper_writes_sql),
        PostgresMigration(20, "few_accounts", PackageResources._020_few_accounts_sql),
        PostgresMigration(21, "cheaper_bookings", PackageResources._021_cheaper_bookings_sql),
        PostgresMigration(22, "cheaper_events", PackageResources._022_cheaper_events_sql),
        PostgresMigration(23, "folded_anew", PackageResources._023_folded_anew_sql, then: .foldAndMark),
        PostgresMigration(24, "search_in_order", PackageResources._024_search_in_order_sql),
        PostgresMigration(25, "changes_in_place", PackageResources._025_changes_in_place_sql),
        PostgresMigration(26, "gathered_sooner", PackageResources._026_gathered_sooner_sql),
    ]

    init(number: Int64, name: String, sql: String, step: Step? = nil) {
        self.number = number
        self.name = name
        self.sql = sql
        self.step = step
    }

    private init(_ number: Int64, _ name: String, _ file: [UInt8], then step: Step? = nil) {
        self.init(number: number, name: name, sql: String(decoding: file, as: UTF8.self), step: step)
    }

    /// The name of its file, such as `0003_doctors`.
    var title: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_" + name
    }

    /// Tells an edited text from the original: FNV-1a of 64 bits over its UTF-8. Against slips, not against malice.
    var checksum: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in sql.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
