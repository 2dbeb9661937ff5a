import Application
import Domain
import PostgresClient
import Testing

@testable import PostgresPersistence

@Suite("A statement made of fragments")
struct SelectionTests {
    @Test("binds its values in the order of their places")
    func places() throws {
        var selection = try #require(Selection("t.id", from: "patients"))
        selection.require("t.gender = ?", .text("F"))
        selection.require(Condition("t.id = ?", 5))

        let (statement, values) = selection.statement()

        #expect(
            statement.sql == """
                SELECT t.id
                FROM patients AS t
                WHERE t.deleted_at IS NULL
                AND t.gender = $1
                AND t.id = $2
                """)
        #expect(values == [.text("F"), 5])
    }

    @Test("lists alternatives one by one and merges them")
    func alternatives() throws {
        let scope = ScopeCondition(.related([.madeIt, .isItsPatient], caller)) { relation, caller in
            relation == .madeIt ? Condition("t.created_by = ?", .id(caller.account)) : Condition("t.id = ?", 9)
        }
        var selection = try #require(Selection("t.id", from: "patients", in: scope))
        selection.require("t.gender = ?", .text("F"))
        var query = PatientQuery()
        (query.ordering, query.page.size) = ([Ordering(.id)], 7)

        let (statement, values) = selection.statement(for: query) { "t.\($0)" }

        #expect(
            statement.sql == """
                SELECT t.id
                FROM patients AS t
                WHERE t.id IN (
                (SELECT t.id FROM patients AS t WHERE t.deleted_at IS NULL
                AND t.gender = $3
                AND t.created_by = $1
                ORDER BY t.id
                LIMIT $4)
                UNION
                (SELECT t.id FROM patients AS t WHERE t.deleted_at IS NULL
                AND t.gender = $3
                AND t.id = $2
                ORDER BY t.id
                LIMIT $4))
                ORDER BY t.id
                LIMIT $4
                """)
        #expect(values == [4, 9, .text("F"), 7])
    }

    @Test("is the same text for equal sets of relations, however they were made")
    func sameText() throws {
        let relations = Relation.allCases
        let texts = try [relations, relations.reversed()].map { order in
            let scope = ScopeCondition(.related(Set(order), caller)) { relation, _ in
                Condition("\(relation) = ?", 1)
            }
            return try #require(Selection("t.id", from: "patients", in: scope)).statement().0.sql
        }

        #expect(texts[0] == texts[1])
    }

    @Test("is not made for a caller who is related to nothing")
    func nothing() {
        let noWay = ScopeCondition(.related([.isItsDoctor], caller)) { _, _ in nil }

        #expect(Selection("t.id", from: "patients", in: noWay) == nil)
        #expect(Selection("t.id", from: "patients", in: ScopeCondition(.nothing) { _, _ in nil }) == nil)
    }

    @Test("lists the cuts of a position in a mixed order one by one and merges them")
    func cuts() throws {
        let selection = try #require(Selection("t.id", from: "patients"))
        var query = PatientQuery()
        query.ordering = [Ordering(.lastName, descending: true)]
        query.page = PageRequest(
            size: 7, position: ListPosition(.after, [.text("Archer"), .number(3)], in: query.order))

        let (statement, values) = selection.statement(for: query) { "t.\($0)" }

        #expect(
            statement.sql == """
                SELECT t.id
                FROM patients AS t
                WHERE t.id IN (
                (SELECT t.id FROM patients AS t WHERE t.deleted_at IS NULL
                AND t.lastName = $1 AND (t.id) > ($2)
                ORDER BY t.lastName DESC, t.id
                LIMIT $4)
                UNION
                (SELECT t.id FROM patients AS t WHERE t.deleted_at IS NULL
                AND (t.lastName) < ($3)
                ORDER BY t.lastName DESC, t.id
                LIMIT $4))
                ORDER BY t.lastName DESC, t.id
                LIMIT $4
                """)
        #expect(values == [.text("Archer"), 3, .text("Archer"), 7])
    }

    @Test("searches for words as they are, folded")
    func search() throws {
        var selection = try #require(Selection("t.id", from: "patients"))
        selection.search([#"50%_\X"#, "Ann"])

        #expect(selection.statement().1 == [.text(#"50%_\x"#), .text("ann")])
        #expect([#"50%_\X"#, "Ann"].map(\.searchPattern) == [#"%50\%\_\\x%"#, "%ann%"])
    }

    @Test("that finds a row is put together once for each lock and each way to be related")
    func rowStatements() throws {
        let statements = RowStatements()
        let mine = ScopeCondition.anyOf([Condition("t.created_by = ?", 4)])
        func find(in scope: ScopeCondition, _ lock: RowLock?) -> (sql: String, values: [PostgresValue])? {
            statements.statement(for: 9, in: scope, lock: lock) { Selection("t.id", from: "patients", in: scope) }
                .map { ($0.0.sql, $0.1) }
        }

        for _ in 0..<2 {
            let all = try #require(find(in: .everything, nil))
            let own = try #require(find(in: mine, nil))
            let locked = try #require(find(in: mine, .forUpdate))

            #expect(!all.sql.contains("created_by") && all.values == [9])
            #expect(own.sql.contains("t.created_by = $1") && !own.sql.contains("FOR ") && own.values == [4, 9])
            #expect(locked.sql.hasPrefix(own.sql) && locked.sql.contains("FOR ") && locked.values == [4, 9])
        }
        #expect(find(in: .nothing, nil) == nil)
    }

    private let caller = Caller(account: AccountID(4)!, role: .staff, session: SessionID(bits: 1))
}
