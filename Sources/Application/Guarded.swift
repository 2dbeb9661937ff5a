import Synchronization

/// A `Mutex`, made visible to ThreadSanitizer: Swift's mutex waits in the kernel when it is contended, which the
/// sanitizer does not see, so that it would report races that are none. Release builds have only the mutex
/// (docs/decisions/0007-guarded-mutex.md).
struct Guarded<Value: Sendable>: ~Copyable, Sendable {
    private let mutex: Mutex<Value>
    #if DEBUG
        private let turns = Atomic(0)
    #endif

    init(_ value: Value) {
        mutex = Mutex(value)
    }

    func withLock<Answer: Sendable>(_ body: (inout Value) -> Answer) -> Answer {
        mutex.withLock { value in
            #if DEBUG
                _ = turns.load(ordering: .acquiring)
                defer { turns.add(1, ordering: .releasing) }
            #endif
            return body(&value)
        }
    }
}
