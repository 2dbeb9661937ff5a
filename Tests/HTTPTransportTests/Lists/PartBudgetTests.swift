import Domain
import NIOCore
import Synchronization
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(1))) struct `The bytes that the parts of all lists may take` {
    private let ann = AccountID(1)!
    private let bo = AccountID(2)!

    @Test func `are never more, and all lists come to their end`() async throws {
        let budget = PartBudget(bytes: 1_000)
        let most = Kept(0)

        let lengths = try await withThrowingTaskGroup { tasks in
            for list: Int64 in 1...40 {
                tasks.addTask {
                    var parts = AnswerParts.ofTens(20, 300, budget, AccountID(list % 3 + 1)!) {
                        most.value.withLock { $0 = max($0, budget.held) }
                    }
                    var length = 0
                    while let part = try await parts.next() {
                        most.value.withLock { $0 = max($0, budget.held) }
                        length += part.bytes.readableBytes
                        await Task.yield()
                        part.share?.giveBack()
                    }
                    return length
                }
            }
            return try await tasks.reduce(into: []) { $0.append($1) }
        }

        #expect(lengths == Array(repeating: 20 * 10 + 19, count: 40))
        #expect((300...1_000).contains(most.value.withLock { $0 }))
        #expect(budget.held == 0 && budget.waiting == 0)
    }

    @Test func `are given back by what cannot be read, and by what nobody has any more`() async throws {
        let budget = PartBudget(bytes: 1_000)
        var broken = AnswerParts([900], beginning: ByteBuffer(), end: ByteBuffer()) { _ throws(Failure) in
            throw Failure.notAllowed
        }
        broken.require(.init(budget: budget, account: ann) { true })
        var ended = AnswerParts.ofTens(1, 900, budget, ann)
        ended.require(.init(budget: budget, account: ann) { false })

        await #expect(throws: Failure.notAllowed) { _ = try await broken.next() }
        await #expect(throws: Failure.notSignedIn(.invalidToken)) { _ = try await ended.next() }
        var dropped = AnswerParts.ofTens(1, 900, budget, ann)
        #expect(try await dropped.next()?.bytes.readableBytes == 10)

        #expect(budget.held == 0)
    }

    @Test func `are what a part takes once it is written`() async throws {
        let budget = PartBudget(bytes: 1_000)

        let share = try await budget.share(of: 900, for: ann)
        share.settle(on: 200)
        let held = budget.held
        let other = try await budget.share(of: 800, for: bo)
        share.giveBack()
        share.giveBack()

        #expect(held == 200)
        #expect(budget.held == 800)
        other.giveBack()
    }

    @Test func `are for one part alone that is larger`() async throws {
        let budget = PartBudget(bytes: 1_000)

        let share = try await budget.share(of: 5_000, for: ann)

        #expect(budget.held == 1_000)
        share.giveBack()
    }

    @Test func `are waited for by so many at most`() async throws {
        let budget = PartBudget(bytes: 1_000)
        let share = try await budget.share(of: 1_000, for: ann)

        await withTaskGroup { tasks in
            for _ in 0..<PartBudget.mostWaiting {
                tasks.addTask { _ = try? await budget.share(of: 10, for: bo) }
            }
            while budget.waiting < PartBudget.mostWaiting { await Task.yield() }
            await #expect(throws: Failure.busy) { _ = try await budget.share(of: 10, for: bo) }
            share.giveBack()
        }

        #expect(budget.held == 0)
    }

    @Test func `go first to who holds the least of them, and in one's turn otherwise`() async throws {
        let budget = PartBudget(bytes: 1_000)
        let admitted = Kept<[(place: Int, share: PartShare)]>([])
        let (first, second) = try await (budget.share(of: 500, for: ann), budget.share(of: 500, for: ann))

        await withTaskGroup { tasks in
            for (place, account) in [ann, ann, bo, bo].enumerated() {
                tasks.addTask {
                    guard let share = try? await budget.share(of: 500, for: account) else { return }
                    admitted.value.withLock { $0.append((place, share)) }
                }
                while budget.waiting <= place { await Task.yield() }
            }
            for turn in 1...4 {
                let leaving = turn == 1 ? first : turn == 2 ? second : admitted.value.withLock { $0[turn - 3].share }
                leaving.giveBack()
                while admitted.value.withLock({ $0.count < turn }) { await Task.yield() }
            }
        }

        #expect(admitted.value.withLock { $0.map(\.place) } == [2, 0, 3, 1])
    }
}

private final class Kept<Value: Sendable>: Sendable {
    let value: Mutex<Value>

    init(_ value: Value) { self.value = Mutex(value) }
}

extension AnswerParts {
    /// A list of parts of ten bytes each.
    fileprivate static func ofTens(
        _ count: Int, _ size: Int, _ budget: PartBudget, _ account: AccountID,
        onReading: @escaping @Sendable () -> Void = {}
    ) -> AnswerParts {
        var parts = AnswerParts(
            Array(repeating: size, count: count), beginning: ByteBuffer(), end: ByteBuffer()
        ) { _ throws(Failure) in
            onReading()
            return ByteBuffer(repeating: 0x31, count: 10)
        }
        parts.require(.init(budget: budget, account: account) { true })
        return parts
    }
}
