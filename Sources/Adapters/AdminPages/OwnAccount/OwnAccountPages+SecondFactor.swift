import Application
import Domain
import HTTPTransport

/// Signing in in two steps: set up, confirmed by a first code, and taken away again.
extension OwnAccountPages {
    func returnFactor(_ request: PageRequest) async throws(Failure) -> Answer {
        try await page(request) { $0.factor.isDraft = true }
    }

    /// The secret is shown in the answer to the form and nowhere else: no address leads to it.
    func enrol(_ request: PageRequest) async throws(Failure) -> Answer {
        do throws(Failure) {
            var reader = request.exchange.form(of: request.form)
            let enrolment = try await accounts.enrolSecondFactor(try reader.presentPassword(), by: request.caller)
            return SecondFactorPage(request: request).confirmation(enrolment, OwnAccountForms.confirmation)
        } catch {
            return try await page(request) { forms throws(Failure) in
                forms.factor = try forms.factor.refused(error)
            }
        }
    }

    func showConfirmation(_ request: PageRequest) async throws(Failure) -> Answer {
        SecondFactorPage(request: request).confirmation(nil, OwnAccountForms.confirmation)
    }

    func confirm(_ request: PageRequest) async throws(Failure) -> Answer {
        do throws(Failure) {
            var reader = request.exchange.form(of: request.form)
            let codes = try await accounts.confirmSecondFactor(try reader.oneTimeCode(), by: request.caller)
            return SecondFactorPage(request: request).recoveryCodes(codes)
        } catch {
            let form = try OwnAccountForms.confirmation.refused(error)
            return SecondFactorPage(request: request).confirmation(nil, form)
        }
    }

    func remove(_ request: PageRequest) async throws(Failure) -> Answer {
        do throws(Failure) {
            var reader = request.exchange.form(of: request.form)
            let (password, proof) = try reader.passwordAndCode()
            try await accounts.removeSecondFactor(password, proof, by: request.caller)
            return request.leave(for: OwnAccountPages.home, saying: Flash(.secondFactorRemoved))
        } catch {
            return try await page(request) { forms throws(Failure) in
                forms.factor = try forms.factor.refused(error)
            }
        }
    }
}
