import AdminPages
import Application
import Argon2PasswordHashing
import Domain
import HTTPTransport
import Logging

/// All settings, read once and checked.
struct Configuration: Sendable {
    var host = "127.0.0.1"
    var port = 8000
    var isDebug = true
    /// `nil` when it has to be made.
    var secretKey: Sensitive?
    /// Of which the audit trail's keys are made; `nil` makes them of the key that signs tokens.
    var auditKey: Sensitive?
    /// Under which the audit trail was kept before; only to check it.
    var formerAuditKeys: [Sensitive] = []
    var auditHeadSeconds = 60
    var allowedHosts = ["localhost", "127.0.0.1", "[::1]"]
    var allowedOrigins: Set<String> = ["http://localhost:3000", "http://127.0.0.1:3000"]
    /// `nil` serves connections as they are.
    var tls: TLSFiles?
    var trustedProxies: [AddressRange] = []
    var dataDirectory = "var"
    var database = DatabaseChoice.sqlite(path: "var/clinic.sqlite3")
    /// How the role that owns PostgreSQL's tables reaches them; `nil` when the server's own does.
    var migrationConnection: Sensitive?
    var transactionConnections = 6
    /// Whether PostgreSQL's sessions hold prepared statements and timeouts, which a PgBouncer in between may lose.
    var keepsSessionState = true
    var migratesOnStart = true
    var rules = HouseRules()
    var servesHospitalDialect = true
    var servesAdminPages = true
    /// Whoever brings it may read the server's numbers from anywhere.
    var metricsToken: Sensitive?
    var clinicTime = ClinicTime.utc
    var argon2 = Argon2Choice()
    var maximumBodyBytes = 1_048_576
    var headTimeoutSeconds = 10
    var requestTimeoutSeconds = 30
    var maximumConnections = 4096
    var listMemoryMiB = 64
    var logLevel = Logger.Level.info

    /// Where records are kept.
    enum DatabaseChoice: Equatable, Sendable {
        case sqlite(path: String)
        /// A libpq connection string, secret because it may hold a password.
        case postgres(Sensitive)
    }

    /// How expensive a password hash is.
    struct Argon2Choice: Equatable, Sendable {
        var memoryKiB = 19_456
        var iterations = 2
        /// `nil` is one a core.
        var threads: Int?
    }

    /// What the HTTP transport needs to know.
    var httpSettings: HTTPSettings {
        var policy = RequestPolicy(allowedHosts: allowedHosts, allowedOrigins: allowedOrigins)
        policy.trustedProxies = TrustedProxies(trustedProxies)
        var settings = HTTPSettings(host: host, port: port, policy: policy)
        settings.version = Version.current
        settings.metricsToken = metricsToken?.text
        settings.maximumBodyBytes = maximumBodyBytes
        settings.headTimeoutSeconds = headTimeoutSeconds
        settings.requestTimeoutSeconds = requestTimeoutSeconds
        settings.maximumConnections = maximumConnections
        settings.listMemoryBytes = listMemoryMiB * 1_048_576
        return settings
    }
}

/// Text that is printed as `***`.
struct Sensitive: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The text itself, to be used and never shown.
    let text: String

    init(_ text: String) { self.text = text }

    var description: String { "***" }
    var debugDescription: String { "***" }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
