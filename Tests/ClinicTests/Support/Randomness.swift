import Application
import Synchronization

/// Bits that differ from those of all others, without being secret.
struct TestRandomness: RandomSource {
    func bits() -> UInt128 {
        UInt128(UInt64.random(in: .min ... .max)) << 64 | UInt128(UInt64.random(in: .min ... .max))
    }
}

/// Does something the first time that it is asked for bits.
final class InterruptedRandomness: RandomSource {
    private let interruption: Mutex<(@Sendable () -> Void)?>

    init(_ interruption: @escaping @Sendable () -> Void) { self.interruption = Mutex(interruption) }

    func bits() -> UInt128 {
        let first = interruption.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        first?()
        return TestRandomness().bits()
    }
}
