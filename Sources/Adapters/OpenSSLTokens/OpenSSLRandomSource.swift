public import Application
import COpenSSL

/// Random bits from libcrypto's generator, which the operating system seeds.
public struct OpenSSLRandomSource: RandomSource {
    public init() {}

    /// Ends the process when the generator fails: guessable names would be worse than none.
    public func bits() -> UInt128 {
        var bits: UInt128 = 0
        let succeeded = withUnsafeMutableBytes(of: &bits) { buffer in
            RAND_bytes(buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), CInt(buffer.count)) == 1
        }
        guard succeeded else { preconditionFailure("libcrypto has no random bits") }
        return bits
    }
}
