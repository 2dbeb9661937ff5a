import Application
import Domain
import Testing

@Suite struct `The language of an account` {
    @Test(arguments: Backend.available)
    func `is none at first, and kept without another version of the account`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse
            let before = try await clinic.reads.accounts.find(nurse.id)
            try await clinic.storage.write { try await $0.accounts.keep(Language.german, of: nurse.id) }

            let chosen = try await clinic.reads.accounts.find(nurse.id)
            let credentials = try await clinic.reads.accounts.credentials(of: "nurse")
            try await clinic.storage.write { try await $0.accounts.update(nurse) }
            let changed = try await clinic.reads.accounts.find(nurse.id)
            try await clinic.storage.write { try await $0.accounts.keep(nil, of: nurse.id) }
            let none = try await clinic.reads.accounts.find(nurse.id)

            #expect(before?.language == nil)
            #expect(chosen?.language == .german && chosen?.updatedAt == nurse.updatedAt)
            #expect(credentials?.account == chosen)
            #expect(changed?.language == .german)
            #expect(none == nurse)
        }
    }

    @Test(arguments: Backend.available)
    func `that only a newer program knows is none`(_ backend: Backend) async throws {
        try await backend.withOpened { opened in
            let clinic = try await Clinic(opened.storage)
            try await opened.execute("UPDATE accounts SET language = 'xh' WHERE id = \(clinic.nurse.id.number)")

            #expect(try await clinic.reads.accounts.find(clinic.nurse.id) == clinic.nurse)
            await #expect(throws: (any Error).self) { try await opened.execute("UPDATE accounts SET language = 'DE '") }
        }
    }

    @Test(arguments: Backend.available)
    func `is kept for accounts only that are there`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            await #expect(throws: Failure.notFound(.account)) {
                try await clinic.storage.write { try await $0.accounts.keep(.english, of: AccountID(999)!) }
            }
        }
    }
}
