import Domain
import Testing

@Suite("What an account may be and become")
struct AccountRulesTests {
    private static let links: [(Role, DoctorID?, PatientID?, [FieldError])] = [
        (.staff, nil, nil, []), (.admin, nil, nil, []), (.doctor, drHouse, nil, []), (.patient, nil, ann, []),
        (.doctor, nil, nil, [FieldError(.doctor, .required)]),
        (.patient, nil, nil, [FieldError(.patient, .required)]),
        (.staff, drHouse, nil, [FieldError(.doctor, .onlyForRole(.doctor))]),
        (.admin, nil, ann, [FieldError(.patient, .onlyForRole(.patient))]),
        (.doctor, drHouse, ann, [FieldError(.patient, .onlyForRole(.patient))]),
        (
            .patient, drHouse, nil,
            [FieldError(.doctor, .onlyForRole(.doctor)), FieldError(.patient, .required)]
        ),
    ]

    @Test("a doctor's account belongs to a doctor, a patient's to a patient, others to nobody", arguments: links)
    func refusalsOfLinks(role: Role, doctor: DoctorID?, patient: PatientID?, expected: [FieldError]) {
        #expect(AccountRules.refusals(of: role, doctor: doctor, patient: patient) == expected)
    }

    @Test("nobody changes their own role or disables themselves, however many administrators there are")
    func own() {
        let changed = Self.admin.with { ($0.role, $0.isActive) = (.staff, false) }

        let refusals = AccountRules.refusals(of: changed, after: Self.admin, by: visitor, otherAdministrators: 9)

        #expect(refusals == [FieldError(.role, .ownAccount), FieldError(.isActive, .ownAccount)])
    }

    @Test("of one's own account the rest can be changed, and an administrator stays one")
    func ownProfile() {
        let changed = Self.admin.with { $0.profile.email = EmailAddress(stored: "new@example.org") }

        #expect(AccountRules.refusals(of: changed, after: Self.admin, by: visitor, otherAdministrators: 0) == [])
    }

    @Test("the last active administrator keeps role and activity")
    func last() {
        let demoted = Self.admin.with { $0.role = .staff }
        let disabled = Self.admin.with { $0.isActive = false }

        let refusals = [demoted, disabled].map {
            AccountRules.refusals(of: $0, after: Self.admin, by: nurse, otherAdministrators: 0)
        }

        #expect(refusals == [[FieldError(.role, .lastAdministrator)], [FieldError(.isActive, .lastAdministrator)]])
        #expect(AccountRules.refusals(of: demoted, after: Self.admin, by: nurse, otherAdministrators: 1) == [])
    }

    @Test("others change freely, and a disabled administrator counts for nothing")
    func others() {
        let staff = Self.admin.with { $0.role = .staff }
        let disabled = Self.admin.with { $0.isActive = false }

        #expect(Self.admin.isActiveAdministrator && !staff.isActiveAdministrator && !disabled.isActiveAdministrator)
        #expect(AccountRules.refusals(of: Self.admin, after: staff, by: nurse, otherAdministrators: 0) == [])
        #expect(
            AccountRules.refusals(
                of: disabled.with { $0.role = .staff }, after: disabled, by: nurse, otherAdministrators: 0) == [])
    }

    private static let admin = Account(
        id: visitor, username: Username(stored: "root"), profile: Profile(email: EmailAddress(stored: "r@example.org")),
        role: .admin, createdAt: monday, updatedAt: monday)
}

extension Account {
    fileprivate func with(_ change: (inout Account) -> Void) -> Account {
        var copy = self
        change(&copy)
        return copy
    }
}
