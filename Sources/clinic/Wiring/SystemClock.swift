import Application
import Domain
import Glibc

/// The computer's clock: the only place where the program asks for the time.
struct SystemClock: WallClock {
    func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}
