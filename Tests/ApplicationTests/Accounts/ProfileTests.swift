import Application
import Domain
import Testing

@Suite("The caller's own profile")
struct ProfileTests {
    @Test("everybody who is signed in reads their own")
    func reads() async throws {
        let clinic = try await TestClinic()

        let account = try await clinic.accounts.findProfile(of: clinic.nurse)

        #expect(account.username.text == "nurse")
    }

    @Test("a change is kept with its time, and its e-mail host in lower case")
    func changes() async throws {
        let clinic = try await TestClinic()
        clinic.clock.advance(minutes: 5)

        let changed = try await clinic.accounts.changeProfile(by: clinic.nurse) { present in
            ProfileForm(
                present.with {
                    $0.email = EmailAddress(stored: "New@HOST.example.org")
                    $0.phoneNumber = PhoneNumber(stored: "555")
                })
        }

        let kept = try await clinic.accounts.findProfile(of: clinic.nurse)
        #expect(kept == changed)
        #expect(kept.profile.email.text == "New@host.example.org")
        #expect(kept.updatedAt == Instant.dawn.adding(minutes: 5))
        #expect(kept.createdAt == .dawn)
    }

    @Test("another account's e-mail address is refused together with other faults, in any case")
    func takenEmail() async throws {
        let clinic = try await TestClinic()

        await #expect(
            throws: Failure.invalid([
                FieldError(.phoneNumber, .notText), FieldError(.email, .taken(.accountEmailTaken)),
            ])
        ) {
            try await clinic.accounts.changeProfile(by: clinic.nurse) { present in
                var check = FieldCheck()
                check.refuse(.phoneNumber, .notText)
                return ProfileForm(email: EmailAddress(stored: "ADMIN@example.org"), profile: nil, check: check)
            }
        }
    }

    @Test("one's own e-mail address may be written otherwise")
    func ownEmail() async throws {
        let clinic = try await TestClinic()

        let changed = try await clinic.accounts.changeProfile(by: clinic.nurse) { present in
            ProfileForm(present.with { $0.email = EmailAddress(stored: "NURSE@example.org") })
        }

        #expect(changed.profile.email.text == "NURSE@example.org")
    }

    @Test("an account that is not there has no profile")
    func unknown() async throws {
        let clinic = try await TestClinic()
        let ghost = Caller(account: AccountID(99)!, role: .staff, session: SessionID(bits: 1))

        await #expect(throws: Failure.notFound(.account)) { try await clinic.accounts.findProfile(of: ghost) }
        await #expect(throws: Failure.notFound(.account)) {
            try await clinic.accounts.changeProfile(by: ghost) { _ throws(Failure) in throw .busy }
        }
    }

    @Test("what reading the request throws is passed on, and nothing is changed")
    func unreadable() async throws {
        let clinic = try await TestClinic()
        let before = try await clinic.accounts.findProfile(of: clinic.nurse)

        await #expect(throws: Failure.unreadable(.nothing)) {
            try await clinic.accounts.changeProfile(by: clinic.nurse) { _ throws(Failure) in
                throw .unreadable(.nothing)
            }
        }
        #expect(try await clinic.accounts.findProfile(of: clinic.nurse) == before)
    }
}
