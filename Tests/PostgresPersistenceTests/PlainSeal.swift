import Application
import Domain

/// Codes of fixed bytes, for tests that are about something else.
struct PlainSeal: AuditSeal {
    var publicKey: [UInt8] { [UInt8](repeating: 1, count: 32) }

    func code(of bytes: [UInt8]) -> AuditCode {
        let sum = bytes.reduce(7 as UInt8) { $0 &* 31 &+ $1 }
        return AuditCode([UInt8](repeating: sum, count: AuditCode.length)) ?? .none
    }

    func signature(of bytes: [UInt8]) -> [UInt8] { [UInt8](repeating: 2, count: 64) }
}

extension AuditChains {
    /// Chains for one storage.
    static var plain: AuditChains { AuditChains(seal: PlainSeal(), random: AnyBits(), clock: FixedClock()) }
}

/// Other bits each time.
private struct AnyBits: RandomSource {
    func bits() -> UInt128 { .random(in: 1 ... .max) }
}

/// The same time each time.
private struct FixedClock: WallClock {
    func now() -> Instant { Instant(microseconds: 0) }
}
