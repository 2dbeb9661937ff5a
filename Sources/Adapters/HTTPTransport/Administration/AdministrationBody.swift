package import Application
package import Domain

extension BodyReader {
    /// What a body says about a new account.
    package mutating func newAccountForm() -> NewAccountForm {
        let username = value(AccountFields.username)
        let password = value(AccountFields.password)
        let account = accountForm(over: nil)
        return NewAccountForm(username: username, password: password, account: account)
    }

    /// What an administrator's body says about an account.
    ///
    /// - Parameter present: the account before the request, which members that were not sent keep.
    package mutating func accountForm(over present: Account?) -> AccountForm {
        let profile = profile(over: present?.profile)
        let role = value(AdministrationFields.role, or: present?.role)
        let doctor = optional(AdministrationFields.doctor, or: present?.doctor)
        let patient = optional(AdministrationFields.patient, or: present?.patient)
        let isActive = value(AdministrationFields.isActive, or: present?.isActive)
        let mustChangePassword = value(AdministrationFields.mustChangePassword, or: present?.mustChangePassword)
        return AccountForm(
            profile: profile, role: role, doctor: doctor, patient: patient, isActive: isActive,
            mustChangePassword: mustChangePassword, check: check)
    }
}
