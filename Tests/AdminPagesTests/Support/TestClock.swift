import Application
import Domain
import Synchronization

/// A clock that stands still until somebody moves it.
final class TestClock: WallClock {
    private let time = Mutex(Instant.dawn)

    func now() -> Instant { time.withLock { $0 } }

    func advance(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}

extension Instant {
    /// 2025-09-01T06:00:00.000001Z, a Monday, before anything in these tests happens.
    static let dawn = Instant(CalendarDate(year: 2025, month: 9, day: 1)!, timeOfDay: 6 * 3_600_000_000 + 1)
}
