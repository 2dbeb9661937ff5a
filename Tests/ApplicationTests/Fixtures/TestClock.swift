import Application
import Domain
import Synchronization

/// A clock that stands still until somebody moves it.
final class TestClock: WallClock {
    private let time = Mutex(Instant.dawn)

    func now() -> Instant { time.withLock { $0 } }

    func advance(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }

    func advance(minutes: Int) { advance(seconds: Int64(minutes) * 60) }
}
