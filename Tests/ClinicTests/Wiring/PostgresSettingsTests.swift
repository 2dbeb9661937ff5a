import PostgresClient
import Testing

@testable import clinic

@Suite struct `Connections to PostgreSQL` {
    private let connection = Sensitive("postgresql://nurse:Quagga@db/clinic")

    @Test func `keep statements and timeouts in their sessions unless told otherwise`() throws {
        let settings = try Configuration.read().postgresConfiguration(connection)

        #expect(settings.preparedStatements && settings.sessionOptions)
        #expect(settings.transactionConnections == 6)
    }

    @Test func `keep neither when PgBouncer stands between`() throws {
        let configuration = try Configuration.read(environment: ["DB_PREPARED_STATEMENTS": "off"])

        let settings = try configuration.postgresConfiguration(connection)

        #expect(!settings.preparedStatements && !settings.sessionOptions)
    }

    @Test func `are as many as is set`() throws {
        let configuration = try Configuration.read(flags: ["DB_TRANSACTION_CONNECTIONS": "64"])

        #expect(try configuration.postgresConfiguration(connection).transactionConnections == 64)
    }

    @Test func `are not tried with a string that libpq cannot read, and the report does not repeat it`() throws {
        let configuration = try Configuration.read()

        let failure = #expect(throws: StartFailure.self) {
            try configuration.postgresConfiguration(Sensitive("postgresql://nurse:Quagga@[db/clinic"))
        }

        #expect(failure?.description.contains("DATABASE_URL") == true)
        #expect(failure?.description.contains("Quagga") == false)
    }
}
