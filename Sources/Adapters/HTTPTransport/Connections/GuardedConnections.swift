/// What the guards of all connections of a server share.
struct GuardedConnections: Sendable {
    let limits: ConnectionLimits
    /// Makes a name for a request that is cut before it has one.
    let newName: @Sendable () -> String
    /// Called on an event loop for each client that is cut, but for idle ones; for log and metrics.
    let onCut: @Sendable (ConnectionCut, _ requestName: String) -> Void
}
