public import Domain

/// What somebody sent to get an account, as far as it could be read.
public struct RegistrationForm: Sendable {
    public var username: Username?
    public var email: EmailAddress?
    public var password: Password?
    /// The password once more, when it was sent.
    public var repeatedPassword: Password?
    public var firstName: AccountHolderName?
    public var lastName: AccountHolderName?
    public var check: FieldCheck

    public init(
        username: Username?, email: EmailAddress?, password: Password?, repeatedPassword: Password? = nil,
        firstName: AccountHolderName? = nil, lastName: AccountHolderName? = nil, check: FieldCheck = FieldCheck()
    ) {
        self.username = username
        self.email = email
        self.password = password
        self.repeatedPassword = repeatedPassword
        self.firstName = firstName
        self.lastName = lastName
        self.check = check
    }

    /// What is registered, when all fields are fine and the names are free; only then both passwords are compared.
    func accepted(
        by accounts: any AccountReader, minimumPasswordLength: Int
    ) async throws(Failure) -> (Username, Profile, Password) {
        var check = check
        if let password {
            let attributes = PasswordRules.attributes(
                username: username, firstName: firstName, lastName: lastName, email: email)
            let refusals = PasswordRules.refusals(
                of: password, attributes: attributes, minimumLength: minimumPasswordLength)
            for reason in refusals { check.refuse(.password, reason) }
        }
        for conflict in try await accounts.taken(username: username, email: email, except: nil) {
            check.refuse(conflict == .usernameTaken ? .username : .email, .taken(conflict))
        }
        guard check.errors.isEmpty, let username, let email, let password else { throw .invalid(check.errors) }
        if let repeatedPassword, repeatedPassword != password {
            throw .invalid([FieldError(.password, .passwordsDiffer)])
        }
        let profile = Profile(email: email.withLowercasedHost, firstName: firstName, lastName: lastName)
        return (username, profile, password)
    }
}
