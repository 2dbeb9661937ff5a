public import Domain

/// Makes the secret of a second factor, which counts from its first code on.
public struct EnrolSecondFactor: Sendable {
    let storage: any Storage
    let random: any RandomSource
    let secrets: any SecondFactorSecrets
    let check: PasswordCheck

    /// What an authenticator has to know.
    public struct Enrolment: Sendable {
        public let secret: OneTimeSecret
        /// The same as an address, `otpauth://…`.
        public let address: String
    }

    /// Takes the place of an enrolment that was not confirmed.
    ///
    /// - Throws: `.invalid` when the password is another; `.conflict(.secondFactorPresent)`; `.throttled`.
    public func callAsFunction(_ password: Password, by caller: Caller) async throws(Failure) -> Enrolment {
        let accepted = try await check(password, of: caller) { _ in [FieldError(.password, .wrongPassword)] }
        let secret = OneTimeSecret(bits: random.bits(), more: random.bits())
        let factor = SecondFactor(sealedSecret: secrets.seal(secret, of: caller.account))
        let now = check.clock.now()
        try await storage.transaction { stores throws(Failure) in
            let present = try await stores.holdAccount(of: caller, accepted, at: now)
            guard !present.hasSecondFactor else { throw .conflict(.secondFactorPresent) }
            try await stores.secondFactors.keep(factor, of: caller.account)
            try await stores.note(.secondFactorEnrolled, of: present.account, by: caller, at: now)
        }
        return Enrolment(secret: secret, address: secret.address(of: accepted.known.account.username))
    }
}
