import APIContract
import Application
import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

/// Who may do what, as clients meet it: every path and method, for everybody, against `RoleTable`.
@Suite struct `The matrix of roles` {
    @Test func `has a row for each method of each path, and no others`() async throws {
        let server = try await TestServer()

        let served = server.routes.flatMap { route in
            route.methods.map { "\($0.method.rawValue) \(route.paths[0])" }
        }

        #expect(Set(RoleRow.all.map { "\($0.method.rawValue) \($0.path)" }) == Set(served))
        #expect(RoleRow.all.allSatisfy { $0.cells.count == Asker.allCases.count })
        #expect(Set(RoleRow.shared.keys).isSubset(of: RoleRow.all.map(\.name)))
    }

    @Test(arguments: RoleRow.all) func `is answered on each path and its aliases`(row: RoleRow) async throws {
        var walk = try await Walk { _ in }

        for path in try walk.scene.server.aliases(of: row.path) {
            for (asker, cell) in zip(Asker.allCases, row.cells) {
                let answered = try await walk.answers(to: row, at: path, for: asker)
                #expect(answered == [cell], "\(asker) \(path)")
            }
        }
    }

    @Test(arguments: RoleRow.all) func `differs for staff alone where all staff share patients`(
        row: RoleRow
    ) async throws {
        var walk = try await Walk { $0.rules.patientVisibility = .clinic }

        for (asker, cell) in zip(Asker.allCases, row.cells) {
            let answered = try await walk.answers(to: row, at: row.path, for: asker)
            let isStaff = [Asker.registrar, .booker, .stranger].contains(asker)
            #expect(answered == [isStaff ? RoleRow.shared[row.name] ?? cell : cell], "\(asker)")
        }
    }
}

/// Asks one after the other; whoever changed something is followed by a new scene.
private struct Walk {
    private(set) var scene: RoleScene
    private let change: @Sendable (inout TestServer.Options) -> Void

    init(_ change: @escaping @Sendable (inout TestServer.Options) -> Void) async throws {
        self.change = change
        scene = try await RoleScene(change)
    }

    /// What somebody is answered, without repetitions: what makes something is asked for twice with the same key.
    mutating func answers(to row: RoleRow, at path: String, for asker: Asker) async throws -> Set<String> {
        let target = path.replacing(/\{[a-z_]+\}/, with: "1")
        let token = scene.token(of: asker)
        var answers: Set<String> = []
        for _ in 0..<(row.isRepeatable ? 2 : 1) {
            let answer = try await scene.server.send(
                row.method, target, as: token, json: RoleBodies.body(of: row), headers: [.idempotencyKey: "k"])
            answers.insert(row.isList(answer) ? try answer.numbers() : String(answer.status))
        }
        let isRefused = answers.allSatisfy { $0.hasPrefix("4") }
        if row.method != .get, !isRefused { scene = try await RoleScene(change) }
        return answers
    }
}

extension RoleRow {
    fileprivate func isList(_ answer: Received) -> Bool {
        cells.contains { $0.hasPrefix("[") } && answer.status == 200
    }
}

extension Received {
    /// The numbers of the records in a list, ascending.
    fileprivate func numbers() throws -> String {
        let rows = try #require(try JSONParser.parse(body.utf8).elements)
        let numbers = rows.compactMap { $0["id"]?.number.map { Int($0) } }.sorted()
        return "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
    }
}

extension TestServer {
    /// A path with all its other names.
    fileprivate func aliases(of path: String) throws -> [String] {
        try #require(routes.first { $0.paths[0] == path }).paths
    }
}
