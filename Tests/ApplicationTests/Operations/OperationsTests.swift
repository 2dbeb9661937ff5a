import Application
import Domain
import Testing

@Suite struct `How the server is` {
    @Test func `is told to administrators alone, and others are noted`() async throws {
        let clinic = try await TestClinic()
        _ = try await clinic.signIn("nurse")

        let state = try await clinic.useCases.operations.watch(for: clinic.admin)

        #expect(state.sessions == SessionCount(sessions: 1, accounts: 1))
        #expect(state.storage == nil && state.load == nil && state.hashing == nil)
        await #expect(throws: Failure.notAllowed) {
            try await clinic.useCases.operations.watch(for: clinic.nurse)
        }
    }

    @Test func `is told as far as it is known while the database is away`() async throws {
        let clinic = try await TestClinic()
        var ports = clinic.ports
        ports.storage = BrokenStorage(failure: .busy)
        ports.storageState = BrokenState()
        ports.hashingLoad = BusyHasher()

        let state = await UseCases(ports: ports, rules: clinic.rules).operations.measure()

        #expect(state.storage == nil && state.sessions == nil)
        #expect(state.load == BrokenState().load)
        #expect(state.hashing == BusyHasher().load)
    }
}

private struct BrokenState: StorageStateReader {
    var load: StorageLoad { StorageLoad(lanes: [], refused: 3, lost: 2) }

    func state() async throws(Failure) -> StorageState { throw .busy }
}

private struct BusyHasher: HashingLoadReader {
    var load: HashingLoad { HashingLoad(threads: 2, running: 2, waiting: 7, refused: 1) }
}
