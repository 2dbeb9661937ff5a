import Domain

/// Finds out how the server is, for programs that watch it: numbers that show nobody. Whoever may ask is for the transport
/// to say.
public struct MeasureOperations: Sendable {
    let storage: any Storage
    let state: (any StorageStateReader)?
    let hashing: (any HashingLoadReader)?
    let clock: any WallClock

    /// Never fails: what watches a server has to hear that its database is away.
    public func callAsFunction() async -> OperationsState {
        // Before the questions, which are work themselves.
        let (load, hashing) = (state?.load, hashing?.load)
        return OperationsState(storage: await storageState(), load: load, hashing: hashing, sessions: await sessions())
    }

    private func storageState() async -> StorageState? {
        do throws(Failure) { return try await state?.state() } catch { return nil }
    }

    private func sessions() async -> SessionCount? {
        do throws(Failure) { return try await storage.reads.statistics.sessions(at: clock.now()) } catch { return nil }
    }
}
