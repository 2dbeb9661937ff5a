/// A key that can be set, with its default and what it means. `docs/configuration.md` lists the same.
struct Setting: Sendable {
    let key: String
    /// What holds when the key is not set, in the words of the table.
    let standard: String
    let help: String
    /// Whether its value is never shown.
    var isSecret = false

    static let all: [Setting] = [
        Setting(key: "HOST", standard: "127.0.0.1", help: "Address to listen on."),
        Setting(key: "PORT", standard: "8000", help: "Port to listen on; 0 picks a free one."),
        Setting(
            key: "DEBUG", standard: "True",
            help:
                "False asks for a strong SECRET_KEY and for ALLOWED_HOSTS; use it wherever real people's data is kept."),
        Setting(
            key: "SECRET_KEY", standard: "made once and kept in DATA_DIRECTORY/secret_key",
            help: "Key that signs tokens, at least 32 bytes. Whoever has it can sign in as anybody.", isSecret: true),
        Setting(
            key: "AUDIT_KEY", standard: "SECRET_KEY, or the one that was made",
            help: "Key of the audit trail, at least 32 bytes; one for all servers of a database.", isSecret: true),
        Setting(
            key: "AUDIT_FORMER_KEYS", standard: "",
            help:
                "Keys under which the audit trail was kept before, separated by commas; `clinic audit verify` needs them.",
            isSecret: true),
        Setting(
            key: "AUDIT_HEAD_SECONDS", standard: "60",
            help: "Seconds from one signed head of the audit trail to the next, 1 to 86400."),
        Setting(
            key: "ALLOWED_HOSTS", standard: "localhost,127.0.0.1,[::1]",
            help: "Host names that are answered, separated by commas; .example.org includes all below it, * is any."),
        Setting(
            key: "CORS_ALLOWED_ORIGINS", standard: "http://localhost:3000,http://127.0.0.1:3000",
            help: "Origins of web pages that may use the API, separated by commas."),
        Setting(
            key: "TLS_CERTIFICATE", standard: "",
            help:
                "File with the certificate and its issuers' in PEM. With it and TLS_KEY the server speaks HTTPS alone."
        ),
        Setting(key: "TLS_KEY", standard: "", help: "File with the certificate's private key in PEM, not encrypted."),
        Setting(
            key: "TRUSTED_PROXIES", standard: "",
            help:
                "Addresses or ranges (10.0.0.0/8) of proxies whose X-Forwarded-For or Forwarded is believed, separated by commas."
        ),
        Setting(
            key: "DATA_DIRECTORY", standard: "var",
            help: "Folder for the embedded database and the made secret key."),
        Setting(
            key: "DATABASE_URL", standard: "sqlite:DATA_DIRECTORY/clinic.sqlite3",
            help:
                "sqlite:PATH, or a PostgreSQL URL (postgresql://USER:PASSWORD@HOST/NAME?sslmode=require; several hosts are fine).",
            isSecret: true),
        Setting(
            key: "MIGRATION_DATABASE_URL", standard: "",
            help:
                "PostgreSQL URL of the role that owns the tables, where the server's role owns nothing; for migrations alone.",
            isSecret: true),
        Setting(
            key: "DB_NAME", standard: "", help: "PostgreSQL database; chooses PostgreSQL when DATABASE_URL is not set."),
        Setting(key: "DB_USER", standard: "", help: "PostgreSQL role."),
        Setting(key: "DB_PASSWORD", standard: "", help: "The role's password.", isSecret: true),
        Setting(key: "DB_HOST", standard: "localhost", help: "PostgreSQL host, or the folder of its socket."),
        Setting(key: "DB_PORT", standard: "5432", help: "PostgreSQL port."),
        Setting(
            key: "DB_TRANSACTION_CONNECTIONS", standard: "6",
            help: "PostgreSQL connections for writes and lists, 1 to 64."),
        Setting(
            key: "DB_PREPARED_STATEMENTS", standard: "on",
            help:
                "off behind PgBouncer in transaction mode: nothing is prepared, and timeouts are set in each transaction, not at connection."
        ),
        Setting(
            key: "AUTO_MIGRATE", standard: "on",
            help: "Whether serve brings the schema up to date; off leaves it to `clinic migrate`."),
        Setting(
            key: "ACCESS_TOKEN_LIFETIME_MIN", standard: "30",
            help: "Minutes for which an access token is good, 1 to 1440."),
        Setting(
            key: "REFRESH_TOKEN_LIFETIME_DAYS", standard: "1", help: "Days for which a refresh token is good, 1 to 365."
        ),
        Setting(key: "REGISTRATION", standard: "open", help: "open lets anybody register an account; closed nobody."),
        Setting(
            key: "PASSWORD_MIN_LENGTH", standard: "8",
            help:
                "Characters that a new password has at least, 8 to 128."
        ),
        Setting(
            key: "SIGN_IN_FAILURES_PER_ACCOUNT", standard: "10",
            help:
                "Failed sign-ins of one account from one address before others wait, up to 1000; 0 is no limit."
        ),
        Setting(
            key: "SIGN_IN_FAILURES_PER_ADDRESS", standard: "100",
            help:
                "Failed sign-ins from one address, or one /64 of IPv6, before others wait, up to 1000; 0 is no limit."
        ),
        Setting(
            key: "SIGN_IN_WINDOW_MINUTES", standard: "15",
            help:
                "Minutes for which a failed sign-in counts, 1 to 1440."
        ),
        Setting(
            key: "ADMIN_REQUIRES_OTP", standard: "off",
            help:
                "Whether accounts of role admin do nothing before they have set up two-step sign-in."
        ),
        Setting(
            key: "PATIENT_VISIBILITY", standard: "creator",
            help: "creator shows staff the patients they registered; clinic shows all staff all patients."),
        Setting(
            key: "HOSPITAL_DIALECT", standard: "on",
            help: "Whether the hospital contract is served below /hospital."),
        Setting(
            key: "ADMIN_PAGES", standard: "on",
            help: "Whether the pages for those who work at the clinic are served below /admin/."),
        Setting(
            key: "METRICS_TOKEN", standard: "",
            help:
                "Bearer token with which /metrics may be read from anywhere; without one by programs on this machine alone.",
            isSecret: true),
        Setting(
            key: "TIME_ZONE", standard: "UTC",
            help: "Time zone of the clinic by its IANA name, such as Europe/Berlin; the pages show its time."),
        Setting(
            key: "ARGON2_MEMORY_KIB", standard: "19456", help: "Memory of one password hash in KiB, 8192 to 1048576."),
        Setting(key: "ARGON2_ITERATIONS", standard: "2", help: "Passes of one password hash, 1 to 20."),
        Setting(
            key: "ARGON2_THREADS", standard: "number of cores",
            help: "Password hashes computed at the same time, 1 to 64."),
        Setting(
            key: "MAX_BODY_BYTES", standard: "1048576", help: "Greatest size of a request's body, 1024 to 67108864."),
        Setting(
            key: "HEAD_TIMEOUT_SECONDS", standard: "10",
            help: "Seconds in which a client has to send the head of a request, 1 to 3600."),
        Setting(
            key: "REQUEST_TIMEOUT_SECONDS", standard: "30",
            help: "Seconds in which a client has to send a whole request, 1 to 3600."),
        Setting(
            key: "MAX_CONNECTIONS", standard: "4096",
            help: "Connections that may be open at once, 1 to 65536; more wait."),
        Setting(
            key: "LIST_MEMORY_MIB", standard: "64",
            help: "MiB that the parts of all long lists on their way may take together, 4 to 4096; more wait."),
        Setting(key: "LOG_LEVEL", standard: "info", help: "trace, debug, info, notice, warning, error or critical."),
    ]

    /// Beginnings of names that are ours: an unknown name with one of them is a slip, not somebody else's.
    static let families = [
        "CLINIC_", "DB_", "DATABASE_", "ARGON2_", "AUDIT_", "CORS_", "TLS_", "ACCESS_TOKEN_", "REFRESH_TOKEN_",
        "SIGN_IN_", "MIGRATION_", "METRICS_",
    ]
}
