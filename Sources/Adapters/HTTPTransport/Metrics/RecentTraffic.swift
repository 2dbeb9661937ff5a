import Domain

/// How many answers there were at some times, not long ago: by them it is known what went on in the last minute.
struct RecentTraffic: Sendable {
    private struct Sample: Sendable {
        let at: Instant
        let latencies: Latencies
    }

    private var samples: [Sample]

    /// So many seconds are looked back on.
    private static let span: Int64 = 60

    init(since start: Instant) { samples = [Sample(at: start, latencies: Latencies())] }

    /// Remembers how many there are, and forgets what is no longer needed.
    mutating func add(_ latencies: Latencies, at now: Instant) {
        // A clock that was set back makes nonsense of all before.
        if let last = samples.last, now < last.at { samples = [] }
        samples.append(Sample(at: now, latencies: latencies))
        while samples.count > 1, samples[1].at <= now.adding(seconds: -RecentTraffic.span) { samples.removeFirst() }
    }

    /// What has come in the last minute, or since the start; a few seconds more, or since a moment ago.
    func traffic(to latencies: Latencies, at now: Instant) -> Traffic {
        guard let first = samples.last(where: { $0.at <= now.adding(seconds: -RecentTraffic.span) }) ?? samples.first,
            first.at < now
        else { return Traffic(seconds: 0, latencies: Latencies()) }
        let seconds = max(1, now.seconds - first.at.seconds)
        return Traffic(seconds: Int(seconds), latencies: latencies.since(first.latencies))
    }
}

/// The answers of some time.
package struct Traffic: Equatable, Sendable {
    /// How long it was, to the second; 0 when nothing can be said.
    package let seconds: Int
    package let latencies: Latencies

    package var requests: Int { latencies.total }
    /// Requests a second, in tenths.
    package var tenthsPerSecond: Int { seconds > 0 ? (requests * 10 + seconds / 2) / seconds : 0 }
}
