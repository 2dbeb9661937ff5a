import Synchronization

@testable import PostgresClient

/// Counts from several tasks.
final class Tally: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .relaxed) }

    func add() { count.add(1, ordering: .relaxed) }
}

/// Keeps something a closure came by.
final class Kept<Value: Sendable>: Sendable {
    private let state = Guarded<Value?>(nil)

    var value: Value? { state.withLock { $0 } }

    func keep(_ value: Value) { state.withLock { $0 = value } }
}
