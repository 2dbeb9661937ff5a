import Application
import Domain
import PostgresClient
import PostgresTestServer
import Testing

@testable import PostgresPersistence

/// What is found by a statement that forgot its conditions.
@Suite(.enabled(if: TestPostgres.isAvailable)) struct `A statement without its conditions` {
    /// Which records the caller is related to, in which way.
    static let related: [(table: ProtectedTable, relation: Relation, found: String)] = [
        (.patients, .madeIt, "1"), (.patients, .registeredItsPatient, ""), (.patients, .isItsDoctor, "1"),
        (.patients, .isItsPatient, "1"),
        (.assignments, .madeIt, "2"), (.assignments, .registeredItsPatient, "1"), (.assignments, .isItsDoctor, "1"),
        (.assignments, .isItsPatient, "1"),
        (.appointments, .madeIt, "2"), (.appointments, .registeredItsPatient, "1"), (.appointments, .isItsDoctor, "1"),
        (.appointments, .isItsPatient, "1"),
    ]

    @Test(arguments: related)
    func `finds what its scope has and nothing of others`(
        table: ProtectedTable, relation: Relation, found: String
    ) async throws {
        try await withTwoNurses { client in
            let sight = table.sight(.related([relation], TwoNurses.one))

            let seen = try await client.numbers(in: table, seeing: sight)
            let counted = try await client.longRead(table.count, setting: sight.setting).only.int64(0)
            let changed = try await client.change(table.update, seeing: sight)

            #expect(seen == found)
            #expect(counted == (found.isEmpty ? 0 : 1))
            #expect(changed == (found.isEmpty ? 0 : 1))
        }
    }

    @Test(arguments: ProtectedTable.allCases)
    func `finds nothing when it does not say for whom it asks`(table: ProtectedTable) async throws {
        try await withTwoNurses { client in
            let changed = try await client.change(table.update, seeing: .nothing)

            #expect(try await client.numbers(in: table, seeing: .nothing) == "")
            #expect(try await client.numbers(in: table, seeing: table.sight(.nothing)) == "")
            #expect(changed == 0)
        }
    }

    @Test(arguments: ProtectedTable.allCases)
    func `finds nothing after one that saw everything, in the same transaction`(table: ProtectedTable) async throws {
        try await withTwoNurses { client in
            let seen = try await client.transaction { transaction throws(PostgresError) in
                var seen: [String] = []
                for sight in [Sight.everything, .nothing, table.sight(.related([.isItsPatient], TwoNurses.one))] {
                    seen.append(
                        try await transaction.query(table.select, setting: sight.setting).only.string(0))
                }
                return seen
            }

            #expect(seen == ["1 2", "", "1"])
        }
    }

    @Test(arguments: ProtectedTable.allCases)
    func `finds nothing of others however many ask at the same time`(table: ProtectedTable) async throws {
        try await withTwoNurses { client in
            let ofOne = table.sight(.related([.isItsPatient], TwoNurses.one))
            let sights = [(Sight.everything, "1 2"), (.nothing, ""), (ofOne, "1")]

            let seen = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<300 {
                    group.addTask {
                        let (sight, expected) = sights[number % 3]
                        let rows = try await client.read(table.select, setting: sight.setting)
                        return try rows.only.string(0) == expected
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(seen.count == 300 && seen.allSatisfy(\.self))
        }
    }

    @Test func `finds everything when the server's role owns the tables`() async throws {
        try await withStorage { storage, url in
            try await TwoNurses.move(into: url)
            let seen = try await TestPostgres.psql(TestRole.owner.url(url), "SELECT count(*) FROM patients")

            try await withStorageOfOneRole(TestRole.owner.url(url)) { owners in
                let isConfined = [try await owners.hasConfinedRole(), try await storage.hasConfinedRole()]

                #expect(seen == "2")
                #expect(isConfined == [false, true])
            }
        }
    }

    @Test func `is refused when it asks to do without policies`() async throws {
        try await withTwoNurses { client in
            let refusal = await client.refusal(of: "SET LOCAL row_security = off; SELECT FROM patients;")

            #expect(refusal == "42501")
        }
    }
}

/// Both lines are written by hand, each for itself: here they are compared.
@Suite(.enabled(if: TestPostgres.isAvailable)) struct `What a scope's conditions find` {
    @Test(arguments: Relation.allCases) func `is what its policies let through`(relation: Relation) async throws {
        try await withTwoNurses { client in
            let scope = Scope.related([relation], TwoNurses.one)
            let patients = try await PostgresPatientStore(runner: client).list(PatientQuery(), in: scope).map(
                \.id.number)
            let mappings = try await PostgresAssignmentStore(runner: client).list(AssignmentQuery(), in: scope)
            let appointments = try await PostgresAppointmentStore(runner: client).list(AppointmentQuery(), in: scope)

            let found = [patients, mappings.map(\.id.number), appointments.map(\.id.number)].map { numbers in
                numbers.sorted().map { String($0) }.joined(separator: " ")
            }
            var seen: [String] = []
            for table in ProtectedTable.allCases {
                seen.append(try await client.numbers(in: table, seeing: table.sight(scope)))
            }

            #expect(found == seen)
        }
    }
}

/// A table whose rows are somebody's.
enum ProtectedTable: String, CaseIterable, Sendable {
    case patients
    case assignments
    case appointments

    /// The statement that every developer forgets one day.
    var select: PostgresStatement {
        PostgresStatement(
            sql: "SELECT coalesce(string_agg(id::text, ' ' ORDER BY id), '') FROM \(rawValue)")
    }

    var count: PostgresStatement { PostgresStatement(sql: "SELECT count(*) FROM \(rawValue)") }

    var update: PostgresStatement { PostgresStatement(sql: "UPDATE \(rawValue) SET updated_at = now()") }

    func sight(_ scope: Scope) -> Sight {
        switch self {
        case .patients: Sight(ofPatients: scope)
        case .assignments, .appointments: Sight(scope)
        }
    }
}

/// Runs a test with a client of the server's role.
private func withTwoNurses(_ test: (PostgresClient) async throws -> Void) async throws {
    try await withStorage { _, url in
        try await TwoNurses.move(into: url)
        try await withClient(on: url, test)
    }
}

extension PostgresClient {
    /// The numbers of all records that a statement without conditions finds.
    fileprivate func numbers(in table: ProtectedTable, seeing sight: Sight) async throws -> String {
        try await read(table.select, setting: sight.setting).only.string(0)
    }

    /// How many records a statement without conditions changes.
    fileprivate func change(_ statement: PostgresStatement, seeing sight: Sight) async throws -> Int {
        try await transaction { transaction throws(PostgresError) in
            try await transaction.execute(statement, setting: sight.setting)
        }
    }
}
