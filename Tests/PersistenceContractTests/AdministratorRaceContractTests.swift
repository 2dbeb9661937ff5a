import Application
import Domain
import Testing

@Suite("Administrators who disable each other at once")
struct AdministratorRaceContractTests {
    @Test("leave one of them, however many they are", arguments: Backend.available)
    func oneIsLeft(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            for round in 0..<4 {
                let admins = try await clinic.administrators(round)
                let changes = zip(admins, admins.dropFirst() + admins.prefix(1)).map { ($0, $1) }

                let refusals = await clinic.refusals(of: changes, demoting: round % 2 == 0)

                var query = AccountQuery()
                (query.role, query.isActive) = (.admin, true)
                let left = try await clinic.reads.accounts.list(query)
                #expect(left.count == admins.count - changes.count + refusals.count)
                #expect(left.count >= 1)
                #expect(Set(refusals).isSubset(of: [.role, .isActive]))
                // Only what leaves nobody is refused.
                #expect(refusals.count == 1)
                try await clinic.disable(left)
            }
        }
    }

    @Test("are counted without oneself, and without who is disabled", arguments: Backend.available)
    func counted(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let off = NewAccount(named: "off", role: .admin, isActive: false)
            let second = NewAccount(named: "second", role: .admin)

            let counts = try await clinic.storage.write { stores in
                let alone = try await stores.accounts.countOtherAdministrators(than: clinic.admin.id)
                _ = try await stores.accounts.insert(off, at: .dawn)
                _ = try await stores.accounts.insert(second, at: .dawn)
                let other = try await stores.accounts.countOtherAdministrators(than: clinic.admin.id)
                return [alone, other, try await stores.accounts.countOtherAdministrators(than: clinic.nurse.id)]
            }

            #expect(counts == [0, 1, 2])
        }
    }
}

extension Clinic {
    /// Four new administrators, and no other active ones.
    fileprivate func administrators(_ round: Int) async throws -> [Account] {
        var query = AccountQuery()
        (query.role, query.isActive) = (.admin, true)
        try await disable(try await reads.accounts.list(query))
        return try await storage.write { stores in
            var accounts: [Account] = []
            for index in 0..<4 {
                accounts.append(
                    try await stores.accounts.insert(NewAccount(named: "a\(round)-\(index)", role: .admin), at: .dawn))
            }
            return accounts
        }
    }

    fileprivate func disable(_ accounts: [Account]) async throws {
        for var account in accounts {
            account.isActive = false
            let final = account
            try await storage.write { try await $0.accounts.update(final) }
        }
    }

    /// The members for which changes were refused, all of them made at once, each by one account of the other.
    fileprivate func refusals(of changes: [(Account, Account)], demoting: Bool) async -> [Field] {
        let administration = useCases.administration
        return await withTaskGroup(of: Field?.self) { group in
            for (caller, account) in changes {
                group.addTask {
                    do throws(Failure) {
                        _ = try await administration.change(account.id, by: Caller(caller)) { present in
                            AccountForm(
                                profile: present.profile, role: demoting ? .staff : present.role, doctor: nil,
                                patient: nil, isActive: demoting ? present.isActive : false,
                                mustChangePassword: nil, check: FieldCheck())
                        }
                        return nil
                    } catch {
                        guard case .invalid(let errors) = error else { return .status }
                        return errors.first?.field
                    }
                }
            }
            return await group.reduce(into: []) { refusals, field in if let field { refusals.append(field) } }
        }
    }
}
