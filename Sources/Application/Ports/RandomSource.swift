public import Domain

/// Makes names that nobody can guess.
public protocol RandomSource: Sendable {
    /// 128 bits from a cryptographic generator.
    func bits() -> UInt128
}

extension RandomSource {
    /// A name for a new session.
    public func sessionID() -> SessionID { SessionID(bits: bits()) }
}
