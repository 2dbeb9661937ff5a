import Application
import Domain
import Testing

@Suite("Registration")
struct RegistrationTests {
    @Test("a registration makes an account of role staff that is signed in")
    func registers() async throws {
        let clinic = try await TestClinic()

        let signedIn = try await clinic.accounts.register(.nora)

        let caller = try await clinic.accounts.authenticate(accessToken: signedIn.tokens.access)
        #expect(signedIn.account.role == .staff)
        #expect(signedIn.account.createdAt == .dawn)
        #expect(caller.account == signedIn.account.id)
        #expect(caller.role == .staff)
        #expect(clinic.hasher.calls == [.hash])
    }

    @Test("the host of the e-mail address is kept in lower case, its local part as it was written")
    func emailHost() async throws {
        let clinic = try await TestClinic()

        let signedIn = try await clinic.accounts.register(.nora)

        #expect(signedIn.account.profile.email.text == "Nora@example.org")
    }

    @Test("everything that is wrong is answered together, taken names included")
    func allAtOnce() async throws {
        let clinic = try await TestClinic()
        _ = try await clinic.accounts.register(.nora)
        let form = RegistrationForm.nora.with {
            $0.username = Username(stored: "NORA")
            $0.email = EmailAddress(stored: "nora@Example.ORG")
            $0.password = try? Password("12345")
            $0.repeatedPassword = .good
            $0.check.refuse(.firstName, .tooLong(maximum: 150))
        }

        await #expect(
            throws: Failure.invalid([
                FieldError(.firstName, .tooLong(maximum: 150)),
                FieldError(.password, .passwordTooShort(minimum: 8)),
                FieldError(.password, .passwordTooCommon),
                FieldError(.password, .passwordEntirelyNumeric),
                FieldError(.username, .taken(.usernameTaken)),
                FieldError(.email, .taken(.accountEmailTaken)),
            ])
        ) { try await clinic.accounts.register(form) }
        #expect(clinic.hasher.calls == [.hash])
    }

    @Test("passwords are compared only when all else is fine")
    func comparison() async throws {
        let clinic = try await TestClinic()
        let differing = RegistrationForm.nora.with { $0.repeatedPassword = .wrong }
        let faulty = differing.with { $0.check.refuse(.lastName, .notText) }

        await #expect(throws: Failure.invalid([FieldError(.password, .passwordsDiffer)])) {
            try await clinic.accounts.register(differing)
        }
        await #expect(throws: Failure.invalid([FieldError(.lastName, .notText)])) {
            try await clinic.accounts.register(faulty)
        }
    }

    @Test("a password need not be repeated")
    func noRepetition() async throws {
        let clinic = try await TestClinic()

        let signedIn = try await clinic.accounts.register(RegistrationForm.nora.with { $0.repeatedPassword = nil })

        #expect(signedIn.account.username.text == "nora")
    }

    @Test(
        "a password must not resemble what is known of its holder; the first likeness is named",
        arguments: [
            ("nora-nora-9", PasswordAttribute.username), ("nightingale1", .lastName), ("Nora@Example.org", .email),
        ])
    func similarity(password: String, attribute: PasswordAttribute) async throws {
        let clinic = try await TestClinic()
        let form = try RegistrationForm.nora.with {
            $0.username = Username(stored: attribute == .username ? "nora-nora" : "somebody")
            $0.firstName = nil
            $0.password = try Password(password)
            $0.repeatedPassword = nil
        }

        await #expect(throws: Failure.invalid([FieldError(.password, .passwordTooSimilar(to: attribute))])) {
            try await clinic.accounts.register(form)
        }
    }

    @Test("while registration is closed nobody gets an account, whatever was sent")
    func closed() async throws {
        let clinic = try await TestClinic { $0.registrationIsOpen = false }
        let faulty = RegistrationForm.nora.with { $0.check.refuse(.email, .required) }

        await #expect(throws: Failure.notAllowed) { try await clinic.accounts.register(.nora) }
        await #expect(throws: Failure.notAllowed) { try await clinic.accounts.register(faulty) }
        #expect(clinic.hasher.calls.isEmpty)
    }

    @Test("of many who ask for one name at once, one gets it and the others are told")
    func race() async throws {
        let clinic = try await TestClinic()

        let outcomes = await withTaskGroup(of: String.self) { group in
            for number in 0..<8 {
                let form = RegistrationForm.nora.with { $0.email = EmailAddress(stored: "nora\(number)@example.org") }
                group.addTask {
                    do throws(Failure) {
                        _ = try await clinic.accounts.register(form)
                        return "registered"
                    } catch .conflict(.usernameTaken), .invalid([FieldError(.username, .taken(.usernameTaken))]) {
                        return "taken"
                    } catch {
                        return "\(error)"
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(outcomes.filter { $0 == "registered" }.count == 1)
        #expect(outcomes.filter { $0 == "taken" }.count == 7)
    }
}
