/// When somebody failed, as far as it counts still.
///
/// Windows slide: what counts against an attempt is what failed in the seconds before it, whenever that was.
public struct FailureTally: Equatable, Sendable {
    /// The failures, oldest first.
    public private(set) var times: [Instant]

    public init(_ times: [Instant] = []) { self.times = times }

    /// How many seconds have to pass before another attempt may be made; `nil` when one may be made now.
    public func wait(under limits: [FailureLimit], at now: Instant) -> Int64? {
        limits.compactMap { wait(under: $0, at: now) }.max()
    }

    private func wait(under limit: FailureLimit, at now: Instant) -> Int64? {
        let recent = times.filter { $0 > now.adding(seconds: -limit.seconds) }
        guard recent.count >= limit.count else { return nil }
        // One of the newest `count` has to grow old, and the oldest of them does so first.
        let release = recent[recent.count - limit.count].adding(seconds: limit.seconds)
        return max(1, (release.microseconds - now.microseconds + 999_999) / 1_000_000)
    }

    /// Notes a failure, and forgets those that count no more.
    ///
    /// - Returns: `nil` when it is noted; how many seconds have to pass when it is one too many, which is not noted.
    public mutating func note(at now: Instant, under limits: [FailureLimit]) -> Int64? {
        if let wait = wait(under: limits, at: now) { return wait }
        let longest = limits.map(\.seconds).max() ?? 0
        times = times.filter { $0 > now.adding(seconds: -longest) }
        // The clocks of two servers differ by a little.
        times.append(max(now, times.last ?? now))
        return nil
    }
}
