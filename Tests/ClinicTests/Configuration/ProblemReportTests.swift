import Testing

@testable import clinic

@Suite struct `The report of what is wrong` {
    /// A bad value for every key that can have one.
    private static let bad = [
        "PORT": "65536", "DEBUG": "perhaps", "SECRET_KEY": "short", "DATABASE_URL": "sqlite::memory:",
        "MIGRATION_DATABASE_URL": "mysql://db/clinic",
        "DB_TRANSACTION_CONNECTIONS": "0", "DB_PREPARED_STATEMENTS": "sometimes", "AUTO_MIGRATE": "2",
        "ACCESS_TOKEN_LIFETIME_MIN": "1441", "REFRESH_TOKEN_LIFETIME_DAYS": "0", "REGISTRATION": "ajar",
        "PATIENT_VISIBILITY": "nobody", "HOSPITAL_DIALECT": "half", "ADMIN_PAGES": "some",
        "TIME_ZONE": "Europe/Atlantis", "ARGON2_MEMORY_KIB": "8191",
        "ARGON2_ITERATIONS": "21", "ARGON2_THREADS": "-1",
        "MAX_BODY_BYTES": "1 MB", "HEAD_TIMEOUT_SECONDS": "0", "REQUEST_TIMEOUT_SECONDS": "3601",
        "MAX_CONNECTIONS": "65537", "LIST_MEMORY_MIB": "3", "LOG_LEVEL": "loud", "ALLOWED_HOSTS": "a/b",
        "CORS_ALLOWED_ORIGINS": "desk",
        "TRUSTED_PROXIES": "proxy", "PASSWORD_MIN_LENGTH": "7", "SIGN_IN_FAILURES_PER_ACCOUNT": "-1",
        "SIGN_IN_FAILURES_PER_ADDRESS": "1001", "SIGN_IN_WINDOW_MINUTES": "0", "ADMIN_REQUIRES_OTP": "maybe",
        "AUDIT_KEY": "short", "AUDIT_HEAD_SECONDS": "0", "METRICS_TOKEN": "short",
    ]

    @Test func `holds every bad setting at once`() {
        let problems = Configuration.problems(environment: Self.bad)

        #expect(
            problems.compactMap { $0.split(separator: " ").first }.map { String($0) }.sorted() == Self.bad.keys.sorted()
        )
    }

    @Test(arguments: bad.keys.sorted())
    func `holds one bad setting and nothing else`(key: String) throws {
        let value = try #require(Self.bad[key])

        #expect(Configuration.problems(environment: [key: value]).map { $0.hasPrefix("\(key) ") } == [true])
    }

    @Test func `leaves out only keys that take any text`() {
        let anyText: Set = [
            "HOST", "DATA_DIRECTORY", "AUDIT_FORMER_KEYS", "TLS_CERTIFICATE", "TLS_KEY", "DB_NAME", "DB_USER",
            "DB_PASSWORD",
            "DB_HOST",
            "DB_PORT",
        ]

        #expect(anyText.union(Self.bad.keys) == Set(Setting.all.map(\.key)))
    }

    @Test(arguments: ["DB_USER", "DB_PASSWORD", "DB_HOST", "DB_PORT"])
    func `holds a part of PostgreSQL's name without DB_NAME`(key: String) {
        let problems = Configuration.problems(environment: [key: "5432"])

        #expect(problems.count == 1 && problems.allSatisfy { $0.hasPrefix("\(key) ") && $0.contains("DB_NAME") })
    }

    @Test func `holds a port of PostgreSQL that is none`() {
        #expect(Configuration.problems(environment: ["DB_NAME": "clinic", "DB_PORT": "0"]).count == 1)
    }

    @Test(arguments: [
        ["DATABASE_URL": "postgresql://nurse:Quagga@[db/clinic"], ["DATABASE_URL": "postgresql://db/clinic?nonsense=1"],
        ["ARGON2_MEMORY_KIB": "1048576", "ARGON2_ITERATIONS": "20"],
        ["DATABASE_URL": "postgresql://clinic:p@Quagga@127.0.0.1/clinic"],
        ["ALLOWED_HOSTS": "http://clinic.example.org"], ["ALLOWED_HOSTS": "clinic.example.org:8000"],
        ["CORS_ALLOWED_ORIGINS": "localhost:5173"], ["CORS_ALLOWED_ORIGINS": "http://desk.example.org/"],
    ])
    func `holds what other parts of the program could not use, beside the rest`(environment: [String: String]) {
        let problems = Configuration.problems(environment: environment.merging(["PORT": "many"]) { $1 })

        #expect(problems.count == 2)
        #expect(problems.contains { problem in environment.keys.contains { problem.hasPrefix("\($0) ") } })
        #expect(problems.allSatisfy { !$0.contains("Quagga") })
    }

    @Test func `is one text that names everything, from every source`() throws {
        let problems = #expect(throws: ConfigurationProblems.self) {
            try Configuration.read(
                envFile: "PORT=many\nnonsense\n", environment: ["DB_NAMES": "x", "LOG_LEVEL": "loud"],
                flags: ["LOUD": "yes"])
        }

        let lines = try #require(problems?.description).split(separator: "\n")
        #expect(lines.count == 6 && lines.dropFirst().allSatisfy { $0.hasPrefix("  - ") })
        for word in ["PORT", ".env, line 2", "DB_NAMES", "LOG_LEVEL", "LOUD"] {
            #expect(lines.contains { $0.contains(word) })
        }
    }

    @Test(arguments: [
        "CLINIC_X", "DB_NAMES", "DATABASE_URI", "ARGON2_LANES", "CORS_ORIGINS", "ACCESS_TOKEN_LIFETIME",
        "REFRESH_TOKEN_LIFETIME",
    ])
    func `holds unknown keys of our families in the environment`(key: String) {
        #expect(
            Configuration.problems(environment: [key: "x"]).map { $0.contains("\(key) is not a setting") } == [true])
    }

    @Test func `holds no key that belongs to somebody else, unless it is in .env or a flag`() {
        #expect(Configuration.problems(environment: ["EDITOR": "ed", "PATH": "/bin", "POST": "1"]) == [])
        #expect(Configuration.problems(envFile: "EDITOR=ed").count == 1)
        #expect(Configuration.problems(flags: ["EDITOR": "ed"]).count == 1)
    }

    @Test func `suggests the key that may have been meant, if one is near`() {
        #expect(
            Configuration.problems(flags: ["ALLOWED_HOST": "x"]).first?.contains("Did you mean ALLOWED_HOSTS?") == true)
        #expect(Configuration.problems(flags: ["FOO": "1"]).first?.contains("Did you mean") == false)
        #expect(Configuration.problems(flags: ["port": "1"]).first?.contains("Did you mean") == false)
    }

    @Test func `repeats no value, as any may be a secret`() {
        let problems = Configuration.problems(
            envFile: "SECRET=Quagga\n", environment: Self.bad.mapValues { "\($0)Quagga" }, flags: ["X": "Quagga"])

        #expect(!problems.isEmpty && !problems.joined().contains("Quagga"))
    }
}
