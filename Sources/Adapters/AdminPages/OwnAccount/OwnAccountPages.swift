import Application
import Domain
import HTTPTransport

/// `/admin/account/`: what people see and change about their own account. Whoever has a duty does it here.
struct OwnAccountPages: Sendable {
    let accounts: AccountUseCases

    static let home: Address = "/admin/account/"
    static let passwordAddress: Address = "/admin/account/password/"
    static let languageAddress: Address = "/admin/account/language/"
    static let factorAddress: Address = "/admin/account/second-factor/"
    static let confirmAddress: Address = "/admin/account/second-factor/confirm/"
    static let removeAddress: Address = "/admin/account/second-factor/remove/"
    static func endAddress(_ number: SessionNumber) -> Address { "/admin/account/sessions/\(number)/end/" }

    func routes(_ entrance: Entrance) -> [Route] {
        let all = Set(Duty.allCases)
        return [
            entrance.page(
                "/admin/account/", get: show, post: changeProfile, returning: .to(returnProfile), serving: all),
            entrance.page(
                "/admin/account/password/", get: show, post: changePassword, returning: .to(returnPassword),
                serving: all),
            entrance.page(
                "/admin/account/language/", get: show, post: chooseLanguage, returning: .to(show), serving: all),
            entrance.page(
                "/admin/account/second-factor/", get: show, post: enrol, returning: .to(returnFactor),
                serving: [.enrolSecondFactor]),
            entrance.page(
                "/admin/account/second-factor/confirm/", get: showConfirmation, post: confirm,
                returning: .to(showConfirmation), serving: [.enrolSecondFactor]),
            entrance.page(
                "/admin/account/second-factor/remove/", get: show, post: remove, returning: .to(returnFactor)),
            entrance.page(
                "/admin/account/sessions/{id}/end/", get: show, post: endSession, returning: .to(show)),
        ]
    }

    private func show(_ request: PageRequest) async throws(Failure) -> Answer { try await page(request) }

    /// - Parameter change: puts what was typed, and what is wrong with it, into one of the forms.
    func page(
        _ request: PageRequest, _ change: (inout OwnAccountForms) throws(Failure) -> Void = { _ in }
    ) async throws(Failure) -> Answer {
        let account = try await accounts.findProfile(of: request.caller)
        let isHeldUp = request.caller.duty != nil
        let sessions = isHeldUp ? [] : try await accounts.listSessions(of: request.caller)
        var forms = OwnAccountForms(account, request)
        try change(&forms)
        return OwnAccountPage(account: account, sessions: sessions, forms: forms, request: request).answer
    }

    private func returnProfile(_ request: PageRequest) async throws(Failure) -> Answer {
        try await page(request) { $0.profile.take(request) }
    }

    /// Passwords are typed again.
    private func returnPassword(_ request: PageRequest) async throws(Failure) -> Answer {
        try await page(request) { $0.password.isDraft = true }
    }

    private func changeProfile(_ request: PageRequest) async throws(Failure) -> Answer {
        // What has to be done first has to be done first here, too.
        if let duty = request.caller.duty { throw try await request.noteRefusal(.dutyFirst(duty), to: request.caller) }
        do throws(Failure) {
            let account = try await accounts.changeProfile(by: request.caller, expecting: request.expectedVersion) {
                present throws(Failure) in
                var reader = request.exchange.form(of: request.form)
                return reader.profileForm(over: present)
            }
            let cookies = request.visit.cookies
            var answer = request.leave(for: OwnAccountPages.home, saying: Flash(.profileChanged))
            answer.headers.append(cookies.setting(.name, Cookies.encoded(name: account.shownName)))
            return answer
        } catch {
            return try await page(request) { forms throws(Failure) in
                forms.profile.take(request)
                guard error != .outdated else { return }
                forms.profile = try forms.profile.refused(error)
            }
        }
    }

    private func changePassword(_ request: PageRequest) async throws(Failure) -> Answer {
        do throws(Failure) {
            var reader = request.exchange.form(of: request.form)
            let (old, new) = try reader.passwordChange()
            // Nobody sees what is typed: twice the same is meant.
            guard request.form["password2"] == request.form["new_password"] else {
                throw .invalid([FieldError(.repeatedPassword, .passwordsDiffer)])
            }
            try await accounts.changePassword(from: old, to: new, by: request.caller)
            return request.leave(for: OwnAccountPages.home, saying: Flash(.passwordChanged))
        } catch {
            return try await page(request) { forms throws(Failure) in
                forms.password = try forms.password.refused(error)
            }
        }
    }

    private func chooseLanguage(_ request: PageRequest) async throws(Failure) -> Answer {
        let chosen = request.form["language"].flatMap(Language.init)
        try await accounts.chooseLanguage(chosen, by: request.caller)
        var answer = request.leave(for: OwnAccountPages.home, saying: Flash(.languageChosen))
        answer.headers.append(request.visit.cookies.choosing(chosen?.rawValue))
        return answer
    }

    private func endSession(_ request: PageRequest) async throws(Failure) -> Answer {
        let number: SessionNumber = try request.exchange.id(.session)
        do throws(Failure) {
            try await accounts.endSession(number, by: request.caller)
        } catch .notFound {
            // It ended by itself meanwhile.
        }
        return request.leave(for: OwnAccountPages.home, saying: Flash(.sessionEnded))
    }
}
