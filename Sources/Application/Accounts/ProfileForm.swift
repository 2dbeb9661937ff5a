public import Domain

/// What a request says about the caller's profile, as far as it could be read.
public struct ProfileForm: Sendable {
    /// The e-mail address, when it could be read, so that its being taken is answered together with other faults.
    public var email: EmailAddress?
    /// All of it; `nil` only when `check` holds errors.
    public var profile: Profile?
    public var check: FieldCheck

    public init(email: EmailAddress?, profile: Profile?, check: FieldCheck) {
        self.email = email
        self.profile = profile
        self.check = check
    }

    /// The profile, when nothing is wrong with it and no other account has its e-mail address.
    func accepted(by accounts: any AccountReader, except own: AccountID) async throws(Failure) -> Profile {
        var check = check
        for conflict in try await accounts.taken(username: nil, email: email, except: own) {
            check.refuse(.email, .taken(conflict))
        }
        guard check.errors.isEmpty, var profile else { throw .invalid(check.errors) }
        profile.email = profile.email.withLowercasedHost
        return profile
    }
}
