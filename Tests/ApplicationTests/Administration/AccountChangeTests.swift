import Application
import Domain
import Testing

@Suite("An administrator's change of an account")
struct AccountChangeTests {
    @Test("of the role decides the very next request of a living session")
    func roleAtOnce() async throws {
        let scene = try await Scene()
        let token = try await scene.clinic.accounts.signIn(username: "nurse", password: .good).tokens.access
        let before = try await scene.clinic.accounts.authenticate(accessToken: token)

        let changed = try await scene.clinic.administer(before.account) {
            ($0.role, $0.doctor) = (.doctor, scene.free)
        }

        let after = try await scene.clinic.accounts.authenticate(accessToken: token)
        #expect(before.role == .staff && before.doctor == nil)
        #expect(after.role == .doctor && after.doctor == scene.free)
        #expect(changed.role == .doctor && changed.updatedAt > .dawn)
        await #expect(throws: Failure.notFound(.patient)) {
            try await scene.clinic.patients.find(scene.ann, for: after)
        }
    }

    @Test("that disables it ends its sessions for good")
    func disabling() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens

        _ = try await clinic.administer(clinic.nurse.account) { $0.isActive = false }
        let whileDisabled = await clinic.isSignedIn(tokens.access)
        _ = try await clinic.administer(clinic.nurse.account) { $0.isActive = true }

        #expect(!whileDisabled)
        #expect(await !clinic.isSignedIn(tokens.access))
        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.refreshTokens(refreshToken: tokens.refresh)
        }
        await #expect(throws: Never.self) { try await clinic.accounts.signIn(username: "nurse", password: .good) }
    }

    @Test("of anything else leaves its sessions alone")
    func otherChanges() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens

        _ = try await clinic.administer(clinic.nurse.account) { $0.role = .admin }

        #expect(await clinic.isSignedIn(tokens.access))
    }

    @Test("tells everything that is wrong at once")
    func allAtOnce() async throws {
        let scene = try await Scene()
        var check = FieldCheck()
        check.refuse(.address, .notText)
        let form = AccountForm(
            profile: Profile(email: EmailAddress(stored: "OtherNurse@example.org")), role: .patient,
            doctor: scene.drHouse, patient: PatientID(99)!, isActive: true, mustChangePassword: false, check: check)

        await #expect(
            throws: Failure.invalid([
                FieldError(.address, .notText), FieldError(.email, .taken(.accountEmailTaken)),
                FieldError(.patient, .noSuchRecord("99")), FieldError(.doctor, .taken(.doctorHasAccount)),
                FieldError(.doctor, .onlyForRole(.doctor)),
            ])
        ) {
            try await scene.clinic.useCases.administration.change(scene.clinic.nurse.account, by: scene.clinic.admin) {
                _ in form
            }
        }
    }

    @Test("is not made to who is linked to a deleted record, until that link is to change")
    func deletedLink() async throws {
        let scene = try await Scene()
        try await scene.clinic.doctors.delete(scene.drHouse, by: scene.clinic.admin)

        let renamed = try await scene.clinic.administer(scene.house.account) {
            $0.profile?.firstName = AccountHolderName(stored: "Greg")
        }
        await #expect(
            throws: Failure.invalid([
                FieldError(.doctor, .noSuchRecord("\(scene.drHouse.number)")),
                FieldError(.doctor, .taken(.doctorHasAccount)),
            ])
        ) {
            try await scene.clinic.administer(scene.clinic.nurse.account) {
                ($0.role, $0.doctor) = (.doctor, scene.drHouse)
            }
        }

        #expect(renamed.doctor == scene.drHouse)
    }

    @Test("of oneself, or of the last administrator, is refused where it would take rights away")
    func administrators() async throws {
        let clinic = try await TestClinic()
        let admin = clinic.admin.account

        await #expect(throws: Failure.invalid([FieldError(.role, .ownAccount)])) {
            try await clinic.administer(admin) { $0.role = .staff }
        }
        await #expect(throws: Failure.invalid([FieldError(.isActive, .ownAccount)])) {
            try await clinic.administer(admin) { $0.isActive = false }
        }

        let kept = try await clinic.reads.accounts.find(admin)
        #expect(kept?.isActiveAdministrator == true)
        await #expect(throws: Never.self) {
            try await clinic.administer(admin) { $0.profile?.firstName = AccountHolderName(stored: "Ada") }
        }
    }

    @Test("of another version is refused before the request is read")
    func outdated() async throws {
        let clinic = try await TestClinic()

        await #expect(throws: Failure.outdated) {
            try await clinic.useCases.administration.change(
                clinic.nurse.account, by: clinic.admin, expecting: .oneOf([.monday(9)])
            ) { _ throws(Failure) in throw .unreadable(.nothing) }
        }
    }
}

extension TestClinic {
    /// Changes an account as an administrator does.
    @discardableResult
    func administer(
        _ id: AccountID, _ change: @escaping @Sendable (inout AccountForm) -> Void
    ) async throws(Failure) -> Account {
        try await useCases.administration.change(id, by: admin) { present in
            var form = AccountForm(present)
            change(&form)
            return form
        }
    }

    fileprivate func isSignedIn(_ token: String) async -> Bool {
        (try? await accounts.authenticate(accessToken: token)) != nil
    }
}

extension AccountForm {
    /// A request that asks for what is there.
    init(_ account: Account) {
        self.init(
            profile: account.profile, role: account.role, doctor: account.doctor, patient: account.patient,
            isActive: account.isActive, mustChangePassword: account.mustChangePassword, check: FieldCheck())
    }
}
