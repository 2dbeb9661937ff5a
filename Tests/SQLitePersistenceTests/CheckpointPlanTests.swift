import Testing

@testable import SQLitePersistence

@Suite("The log")
struct CheckpointPlanTests {
    /// A plan that can be told things within an expectation.
    private final class Plan {
        private var plan = SQLiteCheckpointPlan(.init(first: 100, again: 20, rest: 5, most: 400))
        var turn: SQLiteCheckpointPlan.Turn { plan.turn }
        var isTooLong: Bool { plan.isTooLong }

        func committed(_ length: Int) -> Bool { plan.committed(length) }
        func copied(_ copied: Int, of length: Int) -> Bool { plan.copied(copied, of: length) }
        func pause() { plan.pause() }
    }

    private let plan = Plan()

    @Test("is copied once it is long enough, by the thread, which is asked once")
    func beginning() {
        #expect(!plan.committed(99))
        #expect(plan.committed(100))
        #expect(!plan.committed(130))
        #expect(plan.turn == .thread)
    }

    @Test("is copied by the thread until little is left, and that by the writer")
    func rest() {
        _ = plan.committed(100)
        _ = plan.committed(150)

        #expect(plan.copied(100, of: 100))
        _ = plan.committed(154)
        #expect(!plan.copied(150, of: 150))

        #expect(plan.turn == .writer)
    }

    @Test("is finished by a writer that is faster than the thread")
    func fastWriter() {
        var length = 100
        _ = plan.committed(length)
        var rounds = 1
        while true {
            let copied = length
            length += 50
            _ = plan.committed(length)
            guard plan.copied(copied, of: copied) else { break }
            rounds += 1
        }

        #expect(plan.turn == .writer && rounds == 4)
    }

    @Test("is left alone while somebody reads what stands in it, until it has grown")
    func readers() {
        _ = plan.committed(100)

        #expect(!plan.copied(40, of: 100))

        #expect(plan.turn == .nobody)
        #expect(!plan.committed(119))
        #expect(plan.committed(120))
    }

    @Test("waits to grow after a failure, and after a rest that did not make it begin anew")
    func pauses() {
        _ = plan.committed(100)
        plan.pause()

        #expect(!plan.committed(119))
        #expect(plan.committed(120))
    }

    @Test("that began anew may grow as long as before, and no rest is left of the old one")
    func anew() {
        _ = plan.committed(100)
        _ = plan.copied(100, of: 100)

        #expect(!plan.committed(3))

        #expect(plan.turn == .nobody)
        #expect(!plan.committed(99))
        #expect(plan.committed(100))
    }

    @Test("that began anew while it was copied leaves nothing to do")
    func anewMeanwhile() {
        _ = plan.committed(100)
        _ = plan.committed(3)

        #expect(!plan.copied(100, of: 100))

        #expect(plan.turn == .nobody)
    }

    @Test("is too long when the thread does not keep up")
    func tooLong() {
        _ = plan.committed(100)
        #expect(!plan.isTooLong)
        _ = plan.committed(400)
        #expect(plan.isTooLong)

        _ = plan.copied(400, of: 400)

        #expect(!plan.isTooLong)
    }
}
