/// What an account's holder proves at sign-in besides the password: to have an authenticator with a shared secret.
public struct SecondFactor: Equatable, Sendable {
    /// The secret as it is stored, readable for the server only.
    public let sealedSecret: String
    /// When its first code arrived; until then nobody is asked for one.
    public private(set) var confirmedAt: Instant?
    /// The step of the last code that was accepted.
    public private(set) var lastStep: Int64?

    public init(sealedSecret: String, confirmedAt: Instant? = nil, lastStep: Int64? = nil) {
        self.sealedSecret = sealedSecret
        self.confirmedAt = confirmedAt
        self.lastStep = lastStep
    }

    /// Accepts a code, once.
    ///
    /// - Parameter codeOfStep: the code that the secret has for a step.
    /// - Returns: whether it is the code of an acceptable step after that of the last one.
    public mutating func accept(_ code: OneTimeCode, at now: Instant, codeOfStep: (Int64) -> OneTimeCode) -> Bool {
        let step = TimeStep.accepted(at: now, after: lastStep).first { codeOfStep($0) == code }
        guard let step else { return false }
        lastStep = step
        return true
    }

    /// Notes that the first code has arrived.
    public mutating func confirm(at now: Instant) { confirmedAt = confirmedAt ?? now }
}

/// What somebody sent to prove a second factor. Prints as `***`.
public enum SecondFactorProof: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    case code(OneTimeCode)
    case recovery(RecoveryCode)
    /// Neither; no second factor is proved by it.
    case unreadable

    public init(_ raw: String) {
        if let code = OneTimeCode(raw) {
            self = .code(code)
        } else {
            self = RecoveryCode(raw).map { .recovery($0) } ?? .unreadable
        }
    }

    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
