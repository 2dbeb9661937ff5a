import NIOConcurrencyHelpers
import NIOCore

/// The body of a request that did not come as a whole: parts are given in on the event loop and taken by one reader.
final class IncomingBody: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    private struct State {
        var parts: [ByteBuffer] = []
        var end: Result<Void, any Error>?
        var reader: CheckedContinuation<ByteBuffer?, any Error>?
    }

    /// So many parts may wait before nothing more is read from the client.
    static let mostParts = 10

    private let state: NIOLockedValueBox<State>
    /// Called from anywhere when parts were taken that had held the client back.
    private let onRoom: @Sendable () -> Void

    init(_ first: ByteBuffer, onRoom: @escaping @Sendable () -> Void) {
        state = NIOLockedValueBox(State(parts: first.readableBytes > 0 ? [first] : []))
        self.onRoom = onRoom
    }

    var isFull: Bool { state.withLockedValue { $0.parts.count >= IncomingBody.mostParts } }

    func append(_ part: ByteBuffer) {
        let reader = state.withLockedValue { state -> CheckedContinuation<ByteBuffer?, any Error>? in
            guard state.end == nil else { return nil }
            if state.reader == nil { state.parts.append(part) }
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume(returning: part)
    }

    /// Nothing more comes, since that was all or since it failed. The first end counts.
    func end(_ result: Result<Void, any Error>) {
        let reader = state.withLockedValue { state -> CheckedContinuation<ByteBuffer?, any Error>? in
            if state.end == nil { state.end = result }
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume(with: result.map { nil })
    }

    /// Nobody reads any more: what waits is dropped, and what still comes.
    func abandon() {
        end(.failure(CancellationError()))
        let wasFull = state.withLockedValue { state in
            defer { state.parts = [] }
            return state.parts.count >= IncomingBody.mostParts
        }
        if wasFull { onRoom() }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: self) }

    struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let body: IncomingBody

        mutating func next() async throws -> ByteBuffer? { try await body.next() }
    }

    private func next() async throws -> ByteBuffer? {
        try await withCheckedThrowingContinuation { continuation in
            let (answer, wasFull) = state.withLockedValue { state -> (Result<ByteBuffer?, any Error>?, Bool) in
                if !state.parts.isEmpty {
                    let wasFull = state.parts.count >= IncomingBody.mostParts
                    return (.success(state.parts.removeFirst()), wasFull)
                }
                if let end = state.end { return (end.map { nil }, false) }
                state.reader = continuation
                return (nil, false)
            }
            if let answer { continuation.resume(with: answer) }
            if wasFull { onRoom() }
        }
    }
}
