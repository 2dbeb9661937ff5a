import Application
import Domain
import Testing

@Suite struct `The state of a storage` {
    @Test(arguments: Backend.available)
    func `says what the database is and that nothing is missing`(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            let reader = try #require(storage as? any StorageStateReader)

            let state = try await reader.state()

            #expect(state.version.firstMatch(of: /^\d+\.\d+/) != nil)
            #expect(state.appliedMigrations == state.knownMigrations && state.knownMigrations > 0)
            #expect(state.bytes > 100_000)
            #expect(reader.load.lost == 0 && reader.load.refused == 0)
        }
    }

    @Test(arguments: Backend.available)
    func `counts a transaction as long as it runs, and what waits for it or goes on beside it`(
        _ backend: Backend
    ) async throws {
        try await backend.withStorage { storage in
            let reader = try #require(storage as? any StorageStateReader)

            let lanes: [StorageLoad.Lane] = try await storage.transaction { stores throws(Failure) in
                _ = try await stores.doctors.find(DoctorID(1)!)
                return reader.load.lanes
            }
            let during = lanes.filter { $0.kind == .writes || $0.kind == .writesAndLists }

            #expect(during.map(\.underWay) == [1])
            #expect(
                during.allSatisfy { $0.connections >= 1 && $0.connections <= $0.mostConnections && $0.waiting == 0 })
        }
    }
}
