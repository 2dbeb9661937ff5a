import Application
import Domain
import Testing

@Suite("The order of a list")
struct ListOrderTests {
    private typealias Order = ListOrder<PatientSortKey>

    @Test func `is the standard one when none is asked for`() {
        #expect(Order([]).keys == [Ordering(.createdAt, descending: true), Ordering(.id, descending: true)])
    }

    @Test func `ends with the number, and has no key in vain`() {
        let twice = Order([Ordering(.lastName), Ordering(.lastName, descending: true), Ordering(.firstName)])
        let early = Order([Ordering(.id, descending: true), Ordering(.lastName)])

        #expect(twice.keys == [Ordering(.lastName), Ordering(.firstName), Ordering(.id)])
        #expect(early.keys == [Ordering(.id, descending: true)])
    }

    @Test func `of one direction is cut in one place`() throws {
        let order = Order([Ordering(.lastName), Ordering(.firstName)])
        let values: [SortValue] = [.text("L"), .text("F"), .number(7)]

        let after = try #require(ListPosition(.after, values, in: order))
        let before = try #require(ListPosition(.before, values, in: order))

        #expect(after.cuts.map(\.isGreater) == [true])
        #expect(before.cuts.map(\.isGreater) == [false])
        #expect(after.cuts.first?.beyond.map(\.key) == [.lastName, .firstName, .id])
        #expect(after.cuts.first?.equal.isEmpty == true)
    }

    @Test func `of mixed directions is cut once for each turn, the nearest first`() throws {
        let order = Order([Ordering(.lastName), Ordering(.firstName, descending: true)])

        let position = try #require(ListPosition(.after, [.text("L"), .text("F"), .number(7)], in: order))

        #expect(position.cuts.map { $0.equal.map(\.key) } == [[.lastName, .firstName], [.lastName], []])
        #expect(position.cuts.map { $0.beyond.map(\.key) } == [[.id], [.firstName], [.lastName]])
        #expect(position.cuts.map(\.isGreater) == [true, false, true])
    }

    @Test func `has no place for values that its keys cannot have`() {
        let number = Order([Ordering(.id)])
        let instant = Order([Ordering(.createdAt)])

        #expect(ListPosition(.after, [.number(1)], in: number) != nil)
        #expect(ListPosition(.after, [.number(0)], in: number) == nil)
        #expect(ListPosition(.after, [.text("1")], in: number) == nil)
        #expect(ListPosition(.after, [.number(1), .number(1)], in: number) == nil)
        #expect(ListPosition(.after, [.instant(Instant(microseconds: .max)), .number(1)], in: instant) == nil)
        #expect(ListPosition(.after, [.text("a\0"), .number(1)], in: Order([Ordering(.lastName)])) == nil)
    }
}
