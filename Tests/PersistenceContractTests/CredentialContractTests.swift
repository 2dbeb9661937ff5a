import Application
import Domain
import Testing

@Suite struct `The credentials of an account` {
    @Test(arguments: Backend.available) func `are found by number as by name`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let byName = try await clinic.reads.accounts.credentials(of: "nurse")
            let byNumber = try await clinic.reads.accounts.credentials(of: clinic.nurse.id)
            let held = try await clinic.storage.write { [nurse = clinic.nurse.id] in
                try await $0.accounts.credentialsForChange(nurse)
            }

            #expect(byName?.account == clinic.nurse)
            #expect(byNumber == byName && held == byName)
            #expect(try await clinic.reads.accounts.credentials(of: AccountID(999)!) == nil)
        }
    }

    @Test(arguments: Backend.available) func `have another hash when one is kept, and nobody else's do`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let (nurse, admin) = (clinic.nurse.id, clinic.admin.id)
            let other = try await clinic.reads.accounts.credentials(of: admin)

            try await clinic.storage.write { try await $0.accounts.keep(PasswordHash(phc: "new"), of: nurse) }

            let kept = try await clinic.reads.accounts.credentials(of: nurse)
            #expect(kept?.passwordHash == PasswordHash(phc: "new") && kept?.account == clinic.nurse)
            #expect(try await clinic.reads.accounts.credentials(of: admin) == other)
            await #expect(throws: Failure.notFound(.account)) {
                try await clinic.storage.write {
                    try await $0.accounts.keep(PasswordHash(phc: "new"), of: AccountID(999)!)
                }
            }
        }
    }

    @Test(arguments: Backend.available) func `are held by one transaction at a time`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse.id

            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await clinic.storage.write { stores in
                            let held = try await stores.accounts.credentialsForChange(nurse)
                            let next = PasswordHash(phc: (held?.passwordHash.phc ?? "") + "+")
                            try await stores.accounts.keep(next, of: nurse)
                        }
                    }
                }
                try await group.waitForAll()
            }

            let hash = try await clinic.reads.accounts.credentials(of: nurse)?.passwordHash.phc
            #expect(hash?.hasSuffix("+++++") == true && hash?.count(where: { $0 == "+" }) == 20)
        }
    }

    @Test(arguments: Backend.available) func `say that the password has to be changed when the account does`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            var flagged = clinic.nurse
            flagged.mustChangePassword = true
            let sent = flagged

            try await clinic.storage.write { try await $0.accounts.update(sent) }

            #expect(try await clinic.reads.accounts.find(clinic.nurse.id) == sent)
            #expect(try await clinic.reads.accounts.credentials(of: "nurse")?.account == sent)
        }
    }
}
