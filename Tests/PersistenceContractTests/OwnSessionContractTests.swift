import Application
import Domain
import Testing

@Suite("The session store, for the sessions of one account")
struct OwnSessionContractTests {
    @Test("keeps where and with what a session began", arguments: Backend.available)
    func origin(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = Session(
                id: SessionID(bits: 1 << 80), account: clinic.nurse.id, startedAt: .dawn,
                device: "Browser “7”/\u{1F4F1}", address: ClientAddress("2001:db8::7"), expiresAt: .monday(12))

            try await clinic.storage.write { try await $0.sessions.insert(session) }

            #expect(try await clinic.findForChange(session, at: .monday(11)) == session)
            #expect(try await clinic.reads.sessions.list(of: clinic.nurse.id, at: .monday(11)) == [session])
        }
    }

    @Test("lists the living sessions of one account, the one used last first", arguments: Backend.available)
    func list(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let first = try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 1)
            let second = try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 2)
            let ended = try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 3)
            _ = try await clinic.signIn(clinic.nurse, until: .monday(10), bits: 4)
            _ = try await clinic.signIn(clinic.admin, until: .monday(12), bits: 5)
            try await clinic.storage.write { stores in
                try await stores.sessions.noteUse(of: second.id, at: .monday(9))
                try await stores.sessions.end(ended.id, at: .monday(9))
            }

            let sessions = try await clinic.reads.sessions.list(of: clinic.nurse.id, at: .monday(10))

            #expect(sessions.map(\.id) == [second.id, first.id])
            #expect(sessions.map(\.lastUsedAt) == [.monday(9), .dawn])
        }
    }

    @Test("notes a use unless a later one is known, and none of a session that has ended", arguments: Backend.available)
    func noteUse(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 1)
            let ended = try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 2)

            try await clinic.storage.write { stores in
                try await stores.sessions.noteUse(of: session.id, at: .monday(9))
                try await stores.sessions.noteUse(of: session.id, at: .monday(8))
                try await stores.sessions.end(ended.id, at: .monday(9))
                try await stores.sessions.noteUse(of: ended.id, at: .monday(10))
            }

            #expect(try await clinic.caller(of: session, at: .monday(11))?.sessionUsedAt == .monday(9))
            #expect(try await clinic.caller(of: ended, at: .monday(11)) == nil)
        }
    }

    @Test("tells what the account has to do", arguments: Backend.available)
    func marks(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12))
            let flagged = clinic.nurse.with { $0.mustChangePassword = true }
            let factor = SecondFactor(sealedSecret: "s", confirmedAt: .dawn)

            let before = try await clinic.caller(of: session, at: .monday(9))
            try await clinic.storage.write { stores in
                try await stores.accounts.update(flagged)
                try await stores.secondFactors.keep(factor, of: flagged.id)
            }
            let after = try await clinic.caller(of: session, at: .monday(9))

            #expect(before?.mustChangePassword == false && before?.hasSecondFactor == false)
            #expect(after?.mustChangePassword == true && after?.hasSecondFactor == true)
        }
    }

    @Test("ends all sessions of an account but the one to be kept, and nobody else's", arguments: Backend.available)
    func endAll(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse.id
            let (kept, other) = (
                try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 1),
                try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 2)
            )
            let foreign = try await clinic.signIn(clinic.admin, until: .monday(12), bits: 3)

            try await clinic.storage.write { try await $0.sessions.endAll(of: nurse, except: kept.id, at: .monday(10)) }

            #expect(try await clinic.caller(of: kept, at: .monday(11)) != nil)
            #expect(try await clinic.caller(of: other, at: .monday(11)) == nil)
            #expect(try await clinic.caller(of: foreign, at: .monday(11)) != nil)
        }
    }

    @Test("ends all sessions of an account when none is to be kept", arguments: Backend.available)
    func endAllWithoutException(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse.id
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12))

            try await clinic.storage.write { try await $0.sessions.endAll(of: nurse, except: nil, at: .monday(10)) }

            #expect(try await clinic.caller(of: session, at: .monday(11)) == nil)
        }
    }
}
