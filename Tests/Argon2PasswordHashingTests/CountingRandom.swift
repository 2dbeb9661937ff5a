import Application
import Synchronization

/// Bits that are new each time and the same in each run.
final class CountingRandom: RandomSource {
    private let calls = Atomic(0)

    var count: Int { calls.load(ordering: .sequentiallyConsistent) }

    func bits() -> UInt128 {
        UInt128(calls.add(1, ordering: .sequentiallyConsistent).newValue) &* 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835
    }
}
