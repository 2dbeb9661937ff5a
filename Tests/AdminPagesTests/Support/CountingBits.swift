import Application
import Synchronization

/// Counts: 1, 2, 3, … so that names made of it can stand in snapshots.
final class CountingBits: RandomSource {
    private let count = Mutex<UInt128>(0)

    func bits() -> UInt128 {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
