import Foundation

/// The roles of a database of a test, as in an installation that gives the server's role no more than it needs.
public enum TestRole: String, CaseIterable, Sendable {
    /// Migrates, and owns the tables.
    case owner = "clinic_test_owner"
    /// Owns nothing.
    case server = "clinic_test_server"

    /// How this role reaches the database to which a superuser's connection string leads.
    public func url(_ url: String) -> String {
        guard var parts = URLComponents(string: url) else { return url }
        parts.user = rawValue
        return parts.string ?? url
    }
}
