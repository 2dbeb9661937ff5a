@testable import PostgresClient

/// Closed until it is opened, for good.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Guarded(State())

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}

/// Lets everybody through once so many have come; later ones pass freely.
final class Rendezvous: Sendable {
    private let missing: Guarded<Int>
    private let gate = Gate()

    init(_ count: Int) {
        missing = Guarded(count)
    }

    func meet() async {
        let isComplete = missing.withLock { missing in
            missing -= 1
            return missing <= 0
        }
        if isComplete { gate.open() }
        await gate.wait()
    }
}
