import Testing

@testable import clinic

@Suite struct `The choice of a database` {
    @Test(arguments: [
        ("sqlite:records.sqlite3", "records.sqlite3"), ("sqlite:var/records.sqlite3", "var/records.sqlite3"),
        ("sqlite:///srv/records.sqlite3", "/srv/records.sqlite3"),
        ("sqlite:/srv/records.sqlite3", "/srv/records.sqlite3"),
        ("sqlite:memory", "memory"),
    ])
    func `takes the file of a sqlite URL`(url: String, path: String) throws {
        #expect(try Configuration.read(flags: ["DATABASE_URL": url]).database == .sqlite(path: path))
    }

    @Test(arguments: [
        "sqlite:", "sqlite://", "sqlite:///", "sqlite:var/", "sqlite: ", "sqlite::memory:", "sqlite://:memory:",
        "sqlite:///:memory:", "sqlite:file::memory:?cache=shared",
    ])
    func `refuses a sqlite URL that names no file, and says what to write`(url: String) throws {
        let problems = Configuration.problems(flags: ["DATABASE_URL": url, "PORT": "many"])

        #expect(problems.count == 2, "in the one report")
        let problem = try #require(problems.first { $0.hasPrefix("DATABASE_URL ") })
        #expect(problem.contains("sqlite:var/clinic.sqlite3"))
        #expect(problem.contains("memory") == url.contains("memory"))
    }

    @Test(arguments: ["mysql://root:Quagga@db/clinic", "clinic.sqlite3", "host=db password=Quagga", "postgres:db"])
    func `refuses what is neither SQLite nor PostgreSQL without repeating it`(url: String) {
        let problems = Configuration.problems(environment: ["DATABASE_URL": url])

        #expect(problems == ["DATABASE_URL begins with neither sqlite: nor postgresql://."])
    }

    @Test(arguments: ["postgres://nurse@db/clinic", "postgresql://nurse@db1,db2/clinic?sslmode=verify-full"])
    func `takes a PostgreSQL URL as it is, and keeps it out of sight`(url: String) throws {
        let configuration = try Configuration.read(environment: ["DATABASE_URL": url])

        #expect(configuration.database == .postgres(Sensitive(url)))
        #expect(!"\(configuration)".contains("nurse"))
    }

    @Test func `takes DB_NAME with the rest of DB_* for PostgreSQL`() throws {
        let plain = try Configuration.read(environment: ["DB_NAME": "clinic"])
        let whole = try Configuration.read(environment: [
            "DB_NAME": "clinic", "DB_USER": "nurse", "DB_PASSWORD": #"it's \ me"#, "DB_HOST": "/run/postgresql",
            "DB_PORT": "6432",
        ])

        #expect(plain.database == .postgres(Sensitive("host='localhost' port='5432' dbname='clinic'")))
        let text = #"host='/run/postgresql' port='6432' dbname='clinic' user='nurse' password='it\'s \\ me'"#
        #expect(whole.database == .postgres(Sensitive(text)))
    }

    @Test func `prefers DATABASE_URL to DB_NAME, and SQLite in the data directory to nothing`() throws {
        let both = try Configuration.read(environment: ["DATABASE_URL": "sqlite:a.sqlite3", "DB_NAME": "clinic"])
        let neither = try Configuration.read(environment: ["DATA_DIRECTORY": "/srv/clinic"])

        #expect(both.database == .sqlite(path: "a.sqlite3"))
        #expect(neither.database == .sqlite(path: "/srv/clinic/clinic.sqlite3"))
    }
}
