public import Application
import COpenSSL

/// Random bits from libcrypto's generator, which the operating system seeds.
///
/// Drawn for several takers at once: asking the generator costs a hundred times as much as what it gives. What waits is
/// no more to be guessed than the generator's own state, and what was taken is wiped.
public final class OpenSSLRandomSource: RandomSource {
    static let drawnAtOnce = 64

    private let waiting = Guarded<[UInt128]>([])

    public init() {}

    /// Ends the process when the generator fails: guessable names would be worse than none.
    public func bits() -> UInt128 {
        waiting.withLock { waiting in
            if waiting.isEmpty { waiting = Self.draw() }
            return Self.take(from: &waiting)
        }
    }

    private static func draw() -> [UInt128] {
        var bits = [UInt128](repeating: 0, count: drawnAtOnce)
        let succeeded = bits.withUnsafeMutableBytes { buffer in
            RAND_bytes(buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), CInt(buffer.count)) == 1
        }
        guard succeeded else { preconditionFailure("libcrypto has no random bits") }
        return bits
    }

    /// - Parameter waiting: at least one.
    private static func take(from waiting: inout [UInt128]) -> UInt128 {
        let last = waiting.count - 1
        let bits = waiting[last]
        waiting.withUnsafeMutableBytes { buffer in
            let taken = UnsafeMutableRawBufferPointer(rebasing: buffer.suffix(MemoryLayout<UInt128>.size))
            OPENSSL_cleanse(taken.baseAddress, taken.count)
        }
        waiting.removeLast()
        return bits
    }
}
