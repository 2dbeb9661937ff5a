import Testing

@testable import PostgresClient

struct ConnectionTargetsTests {
    @Test func `each host becomes a target with its port`() throws {
        let targets = try ConnectionTargets("postgresql://u:p@one:1,two:2/clinic?sslmode=require&connect_timeout=3")

        #expect(targets.hosts.map { $0["host"] } == ["one", "two"])
        #expect(targets.hosts.map { $0["port"] } == ["1", "2"])
        #expect(targets.hosts.allSatisfy { $0["sslmode"] == "require" && $0["dbname"] == "clinic" })
        #expect(targets.connectTimeoutSeconds == 3)
    }

    @Test func `a single port serves all hosts`() throws {
        let targets = try ConnectionTargets("host=one,two port=6432")

        #expect(targets.hosts.map { $0["port"] } == ["6432", "6432"])
    }

    @Test func `defaults are added unless the connection string has its own`() throws {
        let plain = try #require(try ConnectionTargets("host=one").hosts.first)
        let own = try #require(
            try ConnectionTargets("host=one target_session_attrs=any tcp_user_timeout=5").hosts.first)

        #expect(plain["target_session_attrs"] == "read-write")
        #expect(plain["tcp_user_timeout"] == "10000")
        #expect(plain["application_name"] == "clinic")
        #expect(own["target_session_attrs"] == "any")
        #expect(own["tcp_user_timeout"] == "5")
    }

    @Test func `timeouts travel as session options, the connection string's own last`() throws {
        let configuration = try PostgresConfiguration("host=one options='-c work_mem=1MB'")
        let target = try #require(configuration.targets.hosts.first)

        let reads = SessionSettings.reads(configuration).applied(to: target)
        let transactions = SessionSettings.transactions(configuration).applied(to: target)

        #expect(
            reads["options"]
                == "-c statement_timeout=2000 -c lock_timeout=2000 -c default_transaction_read_only=on -c work_mem=1MB")
        #expect(reads["target_session_attrs"] == "primary")
        #expect(
            transactions["options"]?.hasPrefix("-c statement_timeout=10000 -c lock_timeout=5000 -c idle_in") == true)
        #expect(transactions["target_session_attrs"] == "read-write")
    }

    @Test func `without session options nothing travels at connection`() throws {
        var configuration = try PostgresConfiguration("host=one")
        configuration.sessionOptions = false
        let settings = SessionSettings.transactions(configuration)

        #expect(settings.applied(to: ["host": "one"]) == ["host": "one"])
        #expect(settings.statement?.contains("set_config('statement_timeout', '10000', true)") == true)
    }
}
