import Application
import Domain

/// `/api/auth/otp/`
struct SecondFactorEndpoints: Sendable {
    let accounts: AccountUseCases

    func enrol(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var form = try exchange.form()
        let enrolment = try await accounts.enrolSecondFactor(try form.presentPassword(), by: caller)
        return .json { Shape.enrolment.write(enrolment, to: &$0) }
    }

    func confirm(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var form = try exchange.form()
        let codes = try await accounts.confirmSecondFactor(try form.oneTimeCode(), by: caller)
        return .json { Shape.recoveryCodes.write(codes, to: &$0) }
    }

    func remove(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var form = try exchange.form()
        let (password, proof) = try form.passwordAndCode()
        try await accounts.removeSecondFactor(password, proof, by: caller)
        return .noContent
    }
}
