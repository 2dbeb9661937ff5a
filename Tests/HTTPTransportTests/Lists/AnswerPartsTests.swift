import Domain
import NIOCore
import Synchronization
import Testing

@testable import HTTPTransport

@Suite struct `The parts of an answer` {
    @Test func `are asked for once more while too much waits, after a pause`() async throws {
        let asked = Mutex(0)
        let pauses = Mutex(0)
        let parts = AnswerParts([1], beginning: ByteBuffer(string: "["), end: ByteBuffer(string: "]")) {
            _ throws(Failure) in
            guard
                asked.withLock({
                    $0 += 1; return $0 > 3
                })
            else { throw Failure.busy }
            return ByteBuffer(string: "1")
        }

        var rest = parts
        let part = try await rest.next { pauses.withLock { $0 += 1 } }

        #expect(part.map { String(buffer: $0.bytes) } == "[1]")
        #expect(asked.withLock { $0 } == 4 && pauses.withLock { $0 } == 3)
        #expect(try await rest.next {} as AnswerPart? == nil)
    }

    @Test func `are given up when too much waits for long`() async {
        let pauses = Mutex(0)
        var rest = AnswerParts([1], beginning: ByteBuffer(), end: ByteBuffer()) { _ throws(Failure) in
            throw Failure.busy
        }

        let failure = await #expect(throws: Failure.self) {
            _ = try await rest.next { pauses.withLock { $0 += 1 } }
        }

        #expect(failure == .busy)
        #expect(pauses.withLock { $0 } == 100)
    }

    @Test func `are not asked for once more after another failure`() async {
        var rest = AnswerParts([1], beginning: ByteBuffer(), end: ByteBuffer()) {
            _ throws(Failure) in throw Failure.notAllowed
        }

        let failure = await #expect(throws: Failure.self) {
            _ = try await rest.next { Issue.record("Nothing is worth a pause.") }
        }

        #expect(failure == .notAllowed)
    }
}
