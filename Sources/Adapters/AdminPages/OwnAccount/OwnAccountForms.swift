import Domain
import HTTPTransport
import HTTPTypes

/// The forms of somebody's own account.
struct OwnAccountForms: Sendable {
    var profile: RecordForm
    var password: RecordForm
    /// Sets the second factor up, or takes it away.
    var factor: RecordForm

    init(_ account: Account, _ request: PageRequest) {
        profile = RecordForm(
            groups: [RecordForm.Group(title: OwnAccountPhrase.profile, fields: AccountFields.profile)],
            action: OwnAccountPages.home,
            autocompletes: [
                .email: "email", .firstName: "given-name", .lastName: "family-name", .phoneNumber: "tel",
            ],
            values: FormValues(account, .profile, AccountFields.profile, in: request.time), version: account.updatedAt)
        password = RecordForm(
            groups: [
                RecordForm.Group(
                    title: OwnAccountPhrase.password,
                    fields: AccountFields.passwordChange + [AccountFields.newPasswordAgain])
            ], action: OwnAccountPages.passwordAddress, submit: OwnAccountPhrase.changePassword,
            autocompletes: [
                .oldPassword: "current-password", .newPassword: "new-password", .repeatedPassword: "new-password",
            ])
        factor = request.caller.hasSecondFactor ? OwnAccountForms.removal : OwnAccountForms.enrolment
    }

    /// That of the form that was sent.
    var status: HTTPResponse.Status {
        [profile, password, factor].map(\.status).first { $0 != .ok } ?? .ok
    }

    /// Takes the first code.
    static let confirmation = RecordForm(
        groups: [RecordForm.Group(title: OwnAccountPhrase.firstCode, fields: [AccountFields.oneTimeCode])],
        action: OwnAccountPages.confirmAddress, cancel: OwnAccountPages.home, submit: OwnAccountPhrase.confirm,
        autocompletes: [.oneTimeCode: "one-time-code"])

    private static let enrolment = RecordForm(
        groups: [RecordForm.Group(title: OwnAccountPhrase.setUp, fields: [AccountFields.presentPassword])],
        action: OwnAccountPages.factorAddress, submit: OwnAccountPhrase.setUp,
        autocompletes: [.password: "current-password"])

    private static let removal = RecordForm(
        groups: [
            RecordForm.Group(
                title: OwnAccountPhrase.takeAway, fields: [AccountFields.presentPassword, AccountFields.oneTimeCode])
        ], action: OwnAccountPages.removeAddress, submit: OwnAccountPhrase.takeAway,
        autocompletes: [.password: "current-password", .oneTimeCode: "one-time-code"])
}
