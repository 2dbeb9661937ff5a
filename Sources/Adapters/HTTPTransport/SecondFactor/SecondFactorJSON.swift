import Application
import Domain

extension Shape<EnrolSecondFactor.Enrolment> {
    /// What an authenticator has to know.
    static let enrolment = Shape(
        "SecondFactorEnrolment",
        [
            .text("secret", "To be typed into an authenticator (base32).") { $0.secret.base32 },
            .text("uri", "The same as an address, to be shown as a picture (`otpauth://totp/…`).") { $0.address },
        ])
}

extension Shape<[RecoveryCode]> {
    /// Codes for days without the authenticator.
    static let recoveryCodes = Shape(
        "RecoveryCodes",
        [
            .texts("recovery_codes", "Each signs in once in the place of a code. They are never shown again.") {
                $0.map(\.text)
            }
        ])
}
