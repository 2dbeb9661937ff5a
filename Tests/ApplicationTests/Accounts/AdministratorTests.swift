import Application
import Domain
import Testing

@Suite("Administrators")
struct AdministratorTests {
    @Test("an administrator is made even while registration is closed, and can sign in")
    func makes() async throws {
        let clinic = try await TestClinic { $0.registrationIsOpen = false }
        let create = CreateAdministrator(storage: clinic.storage, clock: clinic.clock, hasher: clinic.hasher)

        let account = try await create(.nora)

        let signedIn = try await clinic.accounts.signIn(username: "nora", password: .good)
        #expect(account.role == .admin)
        #expect(signedIn.account == account)
    }

    @Test("an administrator's form is held to the rules of every registration")
    func rules() async throws {
        let clinic = try await TestClinic()
        let create = CreateAdministrator(storage: clinic.storage, clock: clinic.clock, hasher: clinic.hasher)
        let form = try RegistrationForm.nora.with {
            $0.username = Username(stored: "NURSE")
            $0.password = try Password("password")
            $0.repeatedPassword = nil
        }

        await #expect(
            throws: Failure.invalid([
                FieldError(.password, .passwordTooCommon), FieldError(.username, .taken(.usernameTaken)),
            ])
        ) { try await create(form) }
    }
}
