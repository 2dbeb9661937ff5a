package import Application
package import Domain

extension BodyReader {
    /// What a body says to get an account.
    mutating func registrationForm() -> RegistrationForm {
        let username = value(AccountFields.username)
        let email = value(AccountFields.email)
        let password = value(AccountFields.password)
        let repeated = optional(AccountFields.repeatedPassword)
        let firstName = optional(AccountFields.firstName)
        let lastName = optional(AccountFields.lastName)
        return RegistrationForm(
            username: username, email: email, password: password, repeatedPassword: repeated, firstName: firstName,
            lastName: lastName, check: check)
    }

    /// What a body says about the caller's profile.
    package mutating func profileForm(over present: Profile) -> ProfileForm {
        let profile = profile(over: present)
        return ProfileForm(
            email: profile?.email, profile: check.errors.isEmpty ? profile : nil, check: check)
    }

    /// A profile, as far as it could be read; `nil` without an e-mail address.
    ///
    /// - Parameter present: the profile before the request, which members that were not sent keep.
    mutating func profile(over present: Profile?) -> Profile? {
        let email = value(AccountFields.email, or: present?.email)
        let firstName = optional(AccountFields.firstName, or: present?.firstName)
        let lastName = optional(AccountFields.lastName, or: present?.lastName)
        let phoneNumber = optional(AccountFields.phoneNumber, or: present?.phoneNumber)
        let address = optional(AccountFields.address, or: present?.address)
        let dateOfBirth = optional(AccountFields.dateOfBirth, or: present?.dateOfBirth)
        return email.map {
            Profile(
                email: $0, firstName: firstName, lastName: lastName, phoneNumber: phoneNumber, address: address,
                dateOfBirth: dateOfBirth)
        }
    }

    /// What signs in.
    package typealias SignInCredentials = (username: String, password: Password, proof: SecondFactorProof?)

    /// A name and a password, and perhaps a code.
    ///
    /// - Throws: `.invalid` when one of them is missing or unreadable.
    package mutating func credentials() throws(Failure) -> SignInCredentials {
        let username = value(AccountFields.signInName)
        let password = value(AccountFields.password)
        let proof = optional(AccountFields.signInCode)
        guard check.errors.isEmpty, let username, let password else { throw .invalid(check.errors) }
        return (username, password, proof)
    }

    /// The present password and the next one.
    ///
    /// - Throws: `.invalid` when one of them is missing or unreadable.
    package mutating func passwordChange() throws(Failure) -> (old: Password, new: Password) {
        let old = value(AccountFields.oldPassword)
        let new = value(AccountFields.newPassword)
        guard check.errors.isEmpty, let old, let new else { throw .invalid(check.errors) }
        return (old, new)
    }

    /// A refresh token.
    ///
    /// - Throws: `.invalid` when it is missing or unreadable.
    mutating func refreshToken() throws(Failure) -> String {
        guard let token = value(AccountFields.refreshToken) else { throw .invalid(check.errors) }
        return token
    }
}
