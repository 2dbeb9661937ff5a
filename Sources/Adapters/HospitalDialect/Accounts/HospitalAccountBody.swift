import Application
import Domain
import HTTPTransport

extension BodyReader {
    /// What a body says to get an account: no more than these three.
    mutating func hospitalRegistration() -> RegistrationForm {
        let username = value(AccountFields.username)
        let email = value(AccountFields.email)
        let password = value(AccountFields.password)
        return RegistrationForm(
            username: username, email: email, password: password, repeatedPassword: nil, firstName: nil,
            lastName: nil, check: check)
    }
}
