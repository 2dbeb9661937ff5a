import Domain

/// An entry of `schema_migrations`.
struct AppliedMigration: Equatable, Sendable {
    let number: Int64
    let name: String
    let checksum: String
}

extension [PostgresMigration] {
    /// Those that have no entry yet.
    ///
    /// - Throws: `.unavailable` when there is an entry for a migration that is unknown here or has another text.
    func unapplied(after entries: [AppliedMigration]) throws(Failure) -> [PostgresMigration] {
        for entry in entries {
            guard let migration = first(where: { $0.number == entry.number }) else {
                throw .fault("the schema is newer than this program: it has migration \(entry.number)")
            }
            guard entry.name == migration.name, entry.checksum == migration.checksum else {
                throw .fault("migration \(migration.title) differs from the one that was applied")
            }
        }
        return filter { migration in !entries.contains { $0.number == migration.number } }
    }
}
