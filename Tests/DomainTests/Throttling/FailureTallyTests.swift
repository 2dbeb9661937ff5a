import Domain
import Testing

@Suite struct `A tally of failures` {
    private let limits = [FailureLimit(count: 3, seconds: 60)]

    @Test func `bears so many failures in a window, and tells how long the next has to wait`() {
        var tally = FailureTally()

        let waits = [0, 10, 20, 30].map { tally.note(at: monday.adding(seconds: $0), under: limits) }

        #expect(waits == [nil, nil, nil, 30])
        #expect(tally.times == [0, 10, 20].map { monday.adding(seconds: $0) })
    }

    @Test func `slides: each failure counts for the same time, whenever it was`() {
        var tally = FailureTally([0, 10, 20].map { monday.adding(seconds: $0) })

        let early = tally.note(at: monday.adding(seconds: 59), under: limits)
        let first = tally.note(at: monday.adding(seconds: 60), under: limits)
        let next = tally.note(at: monday.adding(seconds: 61), under: limits)

        #expect([early, first, next] == [1, nil, 9])
        #expect(tally.times.count == 3)
    }

    @Test func `does not grow by what it refuses`() {
        var tally = FailureTally()

        for second in 0..<100 { _ = tally.note(at: monday.adding(seconds: Int64(second) / 10), under: limits) }

        #expect(tally.times.count == 3)
        #expect(tally.wait(under: limits, at: monday.adding(seconds: 60)) == nil)
    }

    @Test func `waits for the longest of its limits`() {
        let both = limits + [FailureLimit(count: 4, seconds: 3600)]
        let tally = FailureTally([0, 100, 200, 300].map { monday.adding(seconds: $0) })

        let wait = tally.wait(under: both, at: monday.adding(seconds: 301))

        #expect(wait == 3299)
    }

    @Test func `rounds a part of a second up, and never tells to wait for none`() {
        let tally = FailureTally([monday, monday, monday])

        let wait = tally.wait(under: limits, at: Instant(microseconds: monday.microseconds + 59_999_999))

        #expect(wait == 1)
    }

    @Test func `stays in order when a clock is behind another`() {
        var tally = FailureTally([monday])

        let wait = tally.note(at: monday.adding(seconds: -2), under: limits)

        #expect(wait == nil)
        #expect(tally.times == [monday, monday])
    }

    @Test func `without limits bears everything`() {
        var tally = FailureTally()

        let waits = (0..<50).map { _ in tally.note(at: monday, under: []) }

        #expect(waits.allSatisfy { $0 == nil })
    }
}
