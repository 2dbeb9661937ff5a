/// One step of the schema. Never edited after its release; its text is part of the program.
struct SQLiteMigration: Equatable, Sendable {
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
        SQLiteMigration(1, "accounts", PackageResources._001_accounts_sql),
        SQLiteMigration(2, "patients", PackageResources._002_patients_sql),
        SQLiteMigration(3, "doctors", PackageResources._003_doctors_sql),
        SQLiteMigration(4, "assignments", PackageResources._004_assignments_sql),
        SQLiteMigration(5, "appointments", PackageResources._005_appointments_sql),
        SQLiteMigration(6, "sessions", PackageResources._006_sessions_sql),
        SQLiteMigration(7, "session_generations", PackageResources._007_session_generations_sql),
        SQLiteMigration(8, "sparse_records", PackageResources._008_sparse_records_sql),
        SQLiteMigration(9, "lists", PackageResources._009_lists_sql, then: .foldSearchText),
        SQLiteMigration(10, "idempotency_keys", PackageResources._010_idempotency_keys_sql),
        SQLiteMigration(11, "registrars", PackageResources._011_registrars_sql),
        SQLiteMigration(12, "sign_in", PackageResources._012_sign_in_sql),
        SQLiteMigration(13, "second_factor", PackageResources._013_second_factor_sql),
        SQLiteMigration(14, "audit", PackageResources._014_audit_sql),
        SQLiteMigration(
            15, "account_administration", PackageResources._015_account_administration_sql,
            then: .foldSearchTextOfAccounts),
        SQLiteMigration(16, "row_security", PackageResources._016_row_security_sql),
        SQLiteMigration(17, "list_indexes", PackageResources._017_list_indexes_sql, then: .markRuns),
        SQLiteMigration(18, "account_language", PackageResources._018_account_language_sql),
        SQLiteMigration(19, "cheaper_writes", PackageResources._019_cheaper_writes_sql),
        SQLiteMigration(20, "few_accounts", PackageResources._020_few_accounts_sql),
        SQLiteMigration(21, "cheaper_bookings", PackageResources._021_cheaper_bookings_sql),
        SQLiteMigration(22, "cheaper_events", PackageResources._022_cheaper_events_sql),
        SQLiteMigration(23, "folded_anew", PackageResources._023_folded_anew_sql, then: .foldAndMark),
        SQLiteMigration(24, "search_in_order", PackageResources._024_search_in_order_sql),
        SQLiteMigration(25, "changes_in_place", PackageResources._025_changes_in_place_sql),
        SQLiteMigration(26, "gathered_sooner", PackageResources._026_gathered_sooner_sql),
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

    /// Tells an edited text from the original: FNV-1a of 64 bits over its UTF-8. It guards against slips, not malice.
    var checksum: String {
        let hash = sql.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
