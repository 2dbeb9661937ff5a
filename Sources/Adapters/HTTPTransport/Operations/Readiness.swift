import Synchronization

/// Whether the server takes new work: not any more once it has been asked to stop.
final class Readiness: Sendable {
    private let stopping = Atomic(false)

    var isStopping: Bool { stopping.load(ordering: .relaxed) }

    func stop() { stopping.store(true, ordering: .relaxed) }
}
