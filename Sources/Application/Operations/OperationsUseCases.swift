import Domain

/// What can be known about the server as it runs.
public struct OperationsUseCases: Sendable {
    public let watch: WatchOperations
    public let measure: MeasureOperations

    init(ports: Ports, policy: Policy) {
        measure = MeasureOperations(
            storage: ports.storage, state: ports.storageState, hashing: ports.hashingLoad, clock: ports.clock)
        watch = WatchOperations(storage: ports.storage, clock: ports.clock, policy: policy, measure: measure)
    }
}
