import Application
import Synchronization

/// A source of bits that are all different and the same in each run.
final class CountingBits: RandomSource {
    private let count = Mutex<UInt128>(0)

    func bits() -> UInt128 {
        count.withLock { count in
            count += 1
            return count &* 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835
        }
    }
}
