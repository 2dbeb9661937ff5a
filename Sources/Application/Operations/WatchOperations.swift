public import Domain

/// Tells administrators how the server is.
public struct WatchOperations: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy
    let measure: MeasureOperations

    /// - Throws: `.notAllowed` for anybody else.
    public func callAsFunction(for caller: Caller) async throws(Failure) -> OperationsState {
        guard policy.permits(.watchOperations, by: caller) else {
            throw try await storage.refused(.notAllowed, to: caller, at: clock.now())
        }
        return await measure()
    }
}
