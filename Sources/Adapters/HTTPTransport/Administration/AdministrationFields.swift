import Domain

/// The members of an account that administrators write.
package enum AdministrationFields {
    static let role = ChoiceField<Role>(field: .role, isRequired: true, help: "What the account is for.")
    static let doctor = LinkField<Doctor>(
        field: .doctor, help: "To whom an account of role doctor belongs; null for others.")
    static let patient = LinkField<Patient>(
        field: .patient, help: "To whom an account of role patient belongs; null for others.")
    static let isActive = BooleanField(
        field: .isActive, standard: true, help: "Whether it can sign in. Disabling it ends its sessions.")
    static let mustChangePassword = BooleanField(
        field: .mustChangePassword, standard: true,
        help: "Whether its holder has to choose another password before anything else.")

    /// What a new account may say.
    package static let input: [any FieldDeclaration] =
        [AccountFields.username, AccountFields.password] + change

    /// What may be changed.
    package static let change: [any FieldDeclaration] =
        AccountFields.profile + [role, doctor, patient, isActive, mustChangePassword]
}
