import Application
import Domain
import Testing

@Suite("An account that an administrator makes")
struct AccountCreationTests {
    @Test("has the role and the link that were asked for, and can be signed in to")
    func made() async throws {
        let scene = try await Scene()

        let account = try await scene.clinic.create(.cuddy(.doctor, scene.free))

        let signedIn = try await scene.clinic.accounts.signIn(username: "cuddy", password: .good)
        let caller = try await scene.clinic.accounts.authenticate(accessToken: signedIn.tokens.access)
        #expect(account.role == .doctor && account.doctor == scene.free && account.isActive)
        #expect(account.mustChangePassword && caller.duty == .changePassword)
        #expect(account.profile.phoneNumber == PhoneNumber(stored: "1"))
        #expect(account.profile.email == EmailAddress(stored: "Cuddy@example.org"))
        #expect(caller.doctor == scene.free && caller.role == .doctor)
    }

    @Test("may be disabled from the start")
    func disabled() async throws {
        let clinic = try await TestClinic()
        var form = NewAccountForm.cuddy(.staff, nil)
        form.account.isActive = false

        let account = try await clinic.create(form)

        #expect(!account.isActive)
        await #expect(throws: Failure.notSignedIn(.badCredentials)) {
            try await clinic.accounts.signIn(username: "cuddy", password: .good)
        }
    }

    @Test("is refused with everything that is wrong, and no password is hashed for it")
    func refused() async throws {
        let scene = try await Scene()
        var form = NewAccountForm.cuddy(.staff, scene.drHouse)
        form.username = Username(stored: "NURSE")
        form.password = try Password("12345678")
        form.account.patient = PatientID(99)

        await #expect(
            throws: Failure.invalid([
                FieldError(.patient, .noSuchRecord("99")), FieldError(.doctor, .taken(.doctorHasAccount)),
                FieldError(.doctor, .onlyForRole(.doctor)), FieldError(.patient, .onlyForRole(.patient)),
                FieldError(.password, .passwordTooCommon), FieldError(.password, .passwordEntirelyNumeric),
                FieldError(.username, .taken(.usernameTaken)),
            ])
        ) { try await scene.clinic.create(form) }
        #expect(scene.clinic.hasher.calls.isEmpty)
    }

    @Test("is one, however often the request is sent, and a repetition hashes nothing")
    func once() async throws {
        let clinic = try await TestClinic()
        let retry = Retry<Account>(key: try #require(IdempotencyKey("k")), fingerprint: "f") { "made \($0.id.number)" }
        let create = clinic.useCases.administration.create

        let first = try await create.once(retry, by: clinic.admin) { .cuddy(.staff, nil) }
        let second = try await create.once(retry, by: clinic.admin) { .cuddy(.staff, nil) }

        #expect(first == second)
        #expect(clinic.hasher.calls == [.hash])
        let other = Retry<Account>(key: retry.key, fingerprint: "g") { _ in "" }
        await #expect(throws: Failure.retried(.otherRequest)) {
            try await create.once(other, by: clinic.admin) { .cuddy(.staff, nil) }
        }
    }

    @Test("is linked to nobody who was deleted while the password was hashed")
    func deletedMeanwhile() async throws {
        let scene = try await Scene()
        var ports = scene.clinic.ports
        ports.hasher = DeletingHasher(storage: scene.clinic.storage, doctor: scene.free, patient: scene.cy)
        let create = UseCases(ports: ports, rules: HouseRules()).administration.create
        var patients = NewAccountForm.cuddy(.patient, nil)
        patients.account.patient = scene.cy
        let patientsForm = patients

        await #expect(throws: Failure.invalid([FieldError(.doctor, .noSuchRecord("\(scene.free.number)"))])) {
            try await create(by: scene.clinic.admin) { .cuddy(.doctor, scene.free) }
        }
        let again = try await Scene()
        ports.storage = again.clinic.storage
        ports.hasher = DeletingHasher(storage: again.clinic.storage, doctor: again.free, patient: again.cy)
        let createAgain = UseCases(ports: ports, rules: HouseRules()).administration.create
        await #expect(throws: Failure.invalid([FieldError(.patient, .noSuchRecord("\(scene.cy.number)"))])) {
            try await createAgain(by: again.clinic.admin) { patientsForm }
        }
    }
}

/// Deletes a doctor and a patient while it hashes.
private struct DeletingHasher: PasswordHasher {
    let storage: any Storage
    let doctor: DoctorID
    let patient: PatientID

    func hash(_ password: Password) async throws(Failure) -> PasswordHash {
        _ = try await storage.transaction { stores throws(Failure) in
            try await stores.doctors.delete(doctor, at: .dawn)
            try await stores.patients.delete(patient, at: .dawn)
            return true
        }
        return .fake(password)
    }

    func verify(_ password: Password, against hash: PasswordHash?) async throws(Failure) -> Bool { true }

    func needsRenewal(_ hash: PasswordHash) -> Bool { false }
}

extension TestClinic {
    @discardableResult
    fileprivate func create(_ form: NewAccountForm) async throws(Failure) -> Account {
        try await useCases.administration.create(by: admin) { form }
    }
}

extension NewAccountForm {
    static func cuddy(_ role: Role, _ doctor: DoctorID?) -> NewAccountForm {
        var profile = Profile(email: EmailAddress(stored: "Cuddy@EXAMPLE.org"))
        profile.phoneNumber = PhoneNumber(stored: "1")
        return NewAccountForm(
            username: Username(stored: "cuddy"), password: .good,
            account: AccountForm(
                profile: profile, role: role, doctor: doctor, patient: nil, isActive: nil,
                mustChangePassword: nil, check: FieldCheck()))
    }
}
