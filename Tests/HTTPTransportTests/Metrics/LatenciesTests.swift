import Domain
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite struct `How long answers take` {
    private func latencies(_ microseconds: [Int]) -> Latencies {
        let counters = RequestCounters()
        for each in microseconds { counters.note(status: 200, microseconds: each) }
        return counters.latencies
    }

    @Test func `is counted in buckets that have their upper end in them`() {
        let latencies = latencies([0, 500, 501, 1_000, 10_000_000, 10_000_001])

        #expect(latencies.counts == [2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
        #expect(latencies.total == 6)
        #expect(latencies.microseconds == 20_002_002)
    }

    @Test func `is estimated within a bucket, and unknown beyond the last`() {
        let even = latencies(Array(repeating: 3_000, count: 50) + Array(repeating: 7_000, count: 50))
        let slow = latencies([1, 20_000_000, 20_000_000])

        #expect(even.quantile(25) == .within(3_750))
        #expect(even.quantile(50) == .within(5_000))
        #expect(even.quantile(95) == .within(9_500))
        #expect(even.quantile(100) == .within(10_000))
        #expect(slow.quantile(50) == .beyond)
        #expect(Latencies().quantile(50) == nil)
    }

    @Test func `of the last minute leaves out what was before`() {
        let metrics = ServerMetrics(startedAt: .dawn)
        let later = { (seconds: Int64) in Instant.dawn.adding(seconds: seconds) }
        let answer = { metrics.answered(.get, nil, status: 200, tookMicroseconds: 2_000) }
        for second in 0..<30 {
            answer()
            metrics.takeSample(at: later(Int64(second) * 5))
        }

        let start = ServerMetrics(startedAt: .dawn).lastMinute(at: .dawn)
        let minute = metrics.lastMinute(at: later(147))

        // Counted since the last sample that is a minute old.
        #expect(minute == Traffic(seconds: 62, latencies: latencies(Array(repeating: 2_000, count: 12))))
        #expect(minute.tenthsPerSecond == 2)
        #expect(start.seconds == 0 && start.tenthsPerSecond == 0)
    }

    @Test func `begins anew when the clock is set back`() {
        let metrics = ServerMetrics(startedAt: .dawn)
        metrics.answered(.get, nil, status: 200, tookMicroseconds: 0)
        metrics.takeSample(at: Instant.dawn.adding(seconds: -3600))
        metrics.answered(.get, nil, status: 200, tookMicroseconds: 0)

        let traffic = metrics.lastMinute(at: Instant.dawn.adding(seconds: -3590))

        #expect(traffic.seconds == 10)
        #expect(traffic.requests == 1)
    }

    @Test func `is counted for routes of one label together`() {
        let metrics = ServerMetrics(startedAt: .dawn)
        let routes = ["/a/1/", "/a/2/"].map { path in
            Route.page(path, [.get: { _ in Answer.page("") }]).counted(as: "/a/*")
        }

        let tree = RouteTree(routes, countedBy: metrics)
        for path in ["/a/1", "/a/2/"] {
            metrics.answered(.get, tree.match(path)?.counters, status: 404, tookMicroseconds: 0)
        }

        #expect(metrics.figures.map(\.route) == ["/a/*"])
        #expect(metrics.figures.first?.answersByClass == [0, 0, 0, 0, 2, 0])
    }
}
