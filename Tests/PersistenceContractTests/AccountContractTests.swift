import Application
import Domain
import Testing

@Suite("The account store")
struct AccountContractTests {
    @Test("finds what was inserted, with every member", arguments: Backend.available)
    func insertFull(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            var new = NewAccount(named: "Eve", role: .admin)
            new.profile.firstName = AccountHolderName(stored: "Eve")
            new.profile.lastName = AccountHolderName(stored: "Ng")
            new.profile.phoneNumber = PhoneNumber(stored: "1")
            new.profile.address = FreeText(stored: "3 Side Street")
            new.profile.dateOfBirth = CalendarDate("2000-02-29").map(BirthDate.init(stored:))
            let final = new

            let eve = try await storage.write { try await $0.accounts.insert(final, at: .monday(9)) }

            #expect(try await storage.reads.accounts.find(eve.id) == eve)
            #expect(eve.profile == new.profile && eve.role == .admin && eve.username == new.username)
            #expect(eve.isActive && eve.createdAt == .monday(9) && eve.updatedAt == .monday(9))
        }
    }

    @Test("finds many at once, disabled ones too, and leaves out who is not there", arguments: Backend.available)
    func findMany(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let disabled = clinic.otherNurse.with { $0.isActive = false }
            try await clinic.storage.write { try await $0.accounts.update(disabled) }
            let ids: Set = [clinic.nurse.id, clinic.otherNurse.id, AccountID(77)!]

            let found = try await clinic.reads.accounts.find(ids)
            let nobody = try await clinic.reads.accounts.find([])

            #expect(found.sorted { $0.id.number < $1.id.number } == [clinic.nurse, disabled])
            #expect(nobody.isEmpty)
        }
    }

    @Test("keeps every role, and blank members blank", arguments: Backend.available)
    func roles(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            for role in Role.allCases {
                let new = NewAccount(named: role.rawValue, role: role)
                let account = try await storage.write { try await $0.accounts.insert(new, at: .dawn) }

                let found = try await storage.reads.accounts.find(account.id)

                #expect(found?.role == role)
                #expect(found?.profile == new.profile)
                #expect(found?.profile.dateOfBirth == nil)
            }
        }
    }

    @Test("gives the credentials of exactly this user name, case and all", arguments: Backend.available)
    func credentials(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let accounts = clinic.reads.accounts

            let found = try await accounts.credentials(of: NewAccount.otherNurse.username.text)

            #expect(found?.account == clinic.otherNurse)
            #expect(found?.passwordHash == NewAccount.otherNurse.passwordHash)
            #expect(try await accounts.credentials(of: "othernurse") == nil)
            #expect(try await accounts.credentials(of: "OTHERNURSE") == nil)
            #expect(try await accounts.credentials(of: "nobody") == nil)
        }
    }

    @Test(
        "finds nobody for text that cannot be a user name", arguments: Backend.available,
        ["", " ", "nurse ", "nurse\0", "\0", "no such; name", String(repeating: "n", count: 10_000)])
    func credentialsOfAnything(_ backend: Backend, text: String) async throws {
        try await backend.withClinic { clinic in
            let found = try await clinic.reads.accounts.credentials(of: text)

            #expect(found == nil)
        }
    }

    @Test("refuses to change an account that is not there", arguments: Backend.available)
    func updateNobody(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse
            let nobody = Account(
                id: try #require(AccountID(999_999)), username: nurse.username, profile: nurse.profile,
                role: nurse.role, createdAt: nurse.createdAt, updatedAt: nurse.updatedAt)

            await #expect(throws: Failure.notFound(.account)) {
                try await clinic.storage.write { try await $0.accounts.update(nobody) }
            }
        }
    }

    @Test("gives the credentials of a disabled account too", arguments: Backend.available)
    func disabledCredentials(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            try await clinic.change(clinic.nurse) { $0.isActive = false }

            let found = try await clinic.reads.accounts.credentials(of: clinic.nurse.username.text)

            #expect(found?.account.isActive == false)
            #expect(try await clinic.reads.accounts.find(clinic.nurse.id)?.isActive == false)
        }
    }

    @Test("refuses a user name that another account has in whatever case", arguments: Backend.available)
    func uniqueName(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            for name in ["nurse", "NURSE", "Nurse"] {
                let new = NewAccount(named: name, email: "else@example.org")
                await #expect(throws: Failure.conflict(.usernameTaken)) {
                    try await clinic.storage.write { try await $0.accounts.insert(new, at: .dawn) }
                }
            }
        }
    }

    @Test("refuses other scripts in another case, too", arguments: Backend.available)
    func uniqueNameInOtherScripts(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let first = NewAccount(named: "жанна", email: "a@example.org")
            let second = NewAccount(named: "ЖАННА", email: "b@example.org")
            _ = try await clinic.storage.write { try await $0.accounts.insert(first, at: .dawn) }

            await #expect(throws: Failure.conflict(.usernameTaken)) {
                try await clinic.storage.write { try await $0.accounts.insert(second, at: .dawn) }
            }
        }
    }

    @Test("refuses an e-mail address that another account has in whatever case", arguments: Backend.available)
    func uniqueEmail(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let new = NewAccount(named: "eve", email: "NURSE@Example.org")

            await #expect(throws: Failure.conflict(.accountEmailTaken)) {
                try await clinic.storage.write { try await $0.accounts.insert(new, at: .dawn) }
            }
            await #expect(throws: Failure.conflict(.accountEmailTaken)) {
                try await clinic.change(clinic.otherNurse) {
                    $0.profile.email = EmailAddress(stored: "nurse@EXAMPLE.org")
                }
            }

            let found = try await clinic.reads.accounts.find(clinic.otherNurse.id)
            #expect(found == clinic.otherNurse)
        }
    }

    @Test("names the user name when both are taken", arguments: Backend.available)
    func bothTaken(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            await #expect(throws: Failure.conflict(.usernameTaken)) {
                try await clinic.storage.write { try await $0.accounts.insert(.nurse, at: .dawn) }
            }
        }
    }

    @Test("changes profile, role, activity and the time of the change", arguments: Backend.available)
    func update(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let changed = try await clinic.change(clinic.nurse) {
                // The same address in another case is still one's own.
                $0.profile = Profile(
                    email: EmailAddress(stored: "Nurse@example.org"), firstName: AccountHolderName(stored: "Nia"),
                    lastName: AccountHolderName(stored: "Ruiz"), phoneNumber: PhoneNumber(stored: "2"),
                    address: FreeText(stored: "4 Back Street"),
                    dateOfBirth: CalendarDate("1999-12-31").map(BirthDate.init(stored:)))
                $0.role = .admin
                $0.isActive = false
                $0.updatedAt = .monday(10)
            }

            #expect(try await clinic.reads.accounts.find(clinic.nurse.id) == changed)
            #expect(try await clinic.reads.accounts.find(clinic.otherNurse.id) == clinic.otherNurse)
            let hash = try await clinic.reads.accounts.credentials(of: clinic.nurse.username.text)?.passwordHash
            #expect(hash == NewAccount.nurse.passwordHash)
        }
    }

    @Test("says what is taken in any case, in order", arguments: Backend.available)
    func taken(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let accounts = clinic.reads.accounts
            let name = Username(stored: "NURSE")
            let email = EmailAddress(stored: "OTHERNURSE@example.org")
            let both = try await accounts.taken(username: name, email: email, except: nil)

            #expect(both == [.usernameTaken, .accountEmailTaken])
            #expect(
                try await accounts.taken(username: name, email: email, except: clinic.nurse.id) == [.accountEmailTaken])
            #expect(try await accounts.taken(username: name, email: nil, except: clinic.admin.id) == [.usernameTaken])
            #expect(try await accounts.taken(username: nil, email: email, except: clinic.otherNurse.id).isEmpty)
            #expect(try await accounts.taken(username: Username(stored: "nur"), email: nil, except: nil).isEmpty)
            #expect(try await accounts.taken(username: nil, email: nil, except: nil).isEmpty)
        }
    }

    @Test("finds for a change what it finds", arguments: Backend.available)
    func findForChange(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (id, nobody) = (clinic.nurse.id, try #require(AccountID(999_999)))

            let (found, nothing) = try await clinic.storage.write { stores in
                let found = try await stores.accounts.findForChange(id)
                return (found, try await stores.accounts.findForChange(nobody))
            }

            #expect(found == clinic.nurse)
            #expect(nothing == nil)
        }
    }
}

extension Clinic {
    @discardableResult
    fileprivate func change(_ account: Account, _ change: (inout Account) -> Void) async throws -> Account {
        var changed = account
        change(&changed)
        let final = changed
        try await storage.write { try await $0.accounts.update(final) }
        return final
    }
}
