import Application
import Domain
import Testing

@Suite("The session store")
struct SessionContractTests {
    @Test("knows the caller of a session that lives", arguments: Backend.available)
    func live(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.admin, until: .monday(12))

            let caller = try await clinic.caller(of: session, at: .monday(11))

            var expected = Caller(account: clinic.admin.id, role: .admin, session: session.id)
            expected.sessionUsedAt = .dawn
            #expect(caller == expected)
        }
    }

    @Test("knows nobody from the moment of expiry on", arguments: Backend.available)
    func expired(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12))

            #expect(try await clinic.caller(of: session, at: .monday(12).adding(microseconds: -1)) != nil)
            #expect(try await clinic.caller(of: session, at: .monday(12)) == nil)
            #expect(try await clinic.caller(of: session, at: .monday(13)) == nil)
        }
    }

    @Test("knows nobody after the end, which may come twice", arguments: Backend.available)
    func ended(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12))
            let other = try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 2)

            try await clinic.storage.write { try await $0.sessions.end(session.id, at: .monday(10)) }
            try await clinic.storage.write { try await $0.sessions.end(session.id, at: .monday(11)) }

            #expect(try await clinic.caller(of: session, at: .monday(9)) == nil)
            #expect(try await clinic.caller(of: session, at: .monday(11)) == nil)
            #expect(try await clinic.caller(of: other, at: .monday(11)) != nil)
        }
    }

    @Test("goes on knowing those that live when it forgets those that have expired", arguments: Backend.available)
    func forgetting(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let short = try await clinic.signIn(clinic.nurse, until: .monday(10), bits: 1)
            let long = try await clinic.signIn(clinic.nurse, until: .monday(18), bits: 2)

            let late = Session(
                id: SessionID(bits: 3), account: clinic.admin.id, startedAt: .monday(12), expiresAt: .monday(18))
            try await clinic.storage.write { try await $0.sessions.insert(late) }

            #expect(try await clinic.caller(of: short, at: .monday(9)) == nil)
            #expect(try await clinic.caller(of: long, at: .monday(13)) != nil)
            #expect(try await clinic.caller(of: late, at: .monday(13)) != nil)
        }
    }

    @Test("ends what never was without a word", arguments: Backend.available)
    func endNothing(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12))

            try await clinic.storage.write { try await $0.sessions.end(SessionID(bits: 99), at: .monday(10)) }

            #expect(try await clinic.caller(of: session, at: .monday(11)) != nil)
        }
    }

    @Test("knows nobody for another account's session", arguments: Backend.available)
    func foreign(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12))
            let sessions = clinic.reads.sessions

            #expect(try await sessions.caller(of: session.id, account: clinic.admin.id, at: .monday(9)) == nil)
            #expect(try await sessions.caller(of: SessionID(bits: 99), account: clinic.nurse.id, at: .monday(9)) == nil)
        }
    }

    @Test("knows nobody while the account is disabled", arguments: Backend.available)
    func disabled(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12))
            let disabled = clinic.nurse.with { $0.isActive = false }
            let enabled = clinic.nurse

            try await clinic.storage.write { try await $0.accounts.update(disabled) }
            let during = try await clinic.caller(of: session, at: .monday(9))
            try await clinic.storage.write { try await $0.accounts.update(enabled) }
            let after = try await clinic.caller(of: session, at: .monday(9))

            #expect(during == nil)
            #expect(after != nil)
        }
    }

    @Test("tells the role that the account has now", arguments: Backend.available)
    func roleOfNow(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12))
            let promoted = clinic.nurse.with { $0.role = .admin }

            try await clinic.storage.write { try await $0.accounts.update(promoted) }

            #expect(try await clinic.caller(of: session, at: .monday(9))?.role == .admin)
        }
    }

    @Test("finds a session for its change as it was kept", arguments: Backend.available)
    func findForChange(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12))

            #expect(try await clinic.findForChange(session, at: .monday(11)) == session)
            let sessions = clinic.reads.sessions
            #expect(try await sessions.find(session.id, account: session.account, at: .monday(11)) == session)
            #expect(try await sessions.find(session.id, account: session.account, at: .monday(12)) == nil)
            #expect(try await sessions.find(session.id, account: clinic.admin.id, at: .monday(11)) == nil)
        }
    }

    @Test("keeps the end and the generation of a session", arguments: Backend.available)
    func update(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12))
            let other = try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 2)
            let changed = Session(
                id: session.id, account: session.account, startedAt: session.startedAt, expiresAt: .monday(14),
                generation: 3, advancedAt: .monday(11).adding(microseconds: 1))

            try await clinic.storage.write { try await $0.sessions.update(changed) }

            #expect(try await clinic.findForChange(session, at: .monday(13)) == changed)
            #expect(try await clinic.findForChange(other, at: .monday(11)) == other)
            #expect(try await clinic.caller(of: session, at: .monday(13)) != nil)
            #expect(try await clinic.caller(of: session, at: .monday(14)) == nil)
        }
    }

    @Test("finds for its change no session of which it knows no caller", arguments: Backend.available)
    func findForChangeNothing(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = try await clinic.signIn(clinic.nurse, until: .monday(12))
            let ended = try await clinic.signIn(clinic.nurse, until: .monday(12), bits: 2)
            let disabled = try await clinic.signIn(clinic.otherNurse, until: .monday(12), bits: 3)
            let off = clinic.otherNurse.with { $0.isActive = false }
            try await clinic.storage.write { stores in
                try await stores.sessions.end(ended.id, at: .monday(10))
                try await stores.accounts.update(off)
            }
            let foreign = Session(
                id: session.id, account: clinic.admin.id, startedAt: .dawn, expiresAt: .monday(12))

            #expect(try await clinic.findForChange(session, at: .monday(12)) == nil)
            for none in [ended, disabled, foreign] {
                #expect(try await clinic.findForChange(none, at: .monday(11)) == nil)
            }
        }
    }

    @Test("keeps nothing of a session that has ended, and does not bring it back", arguments: Backend.available)
    func updateEnded(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            var session = try await clinic.signIn(clinic.nurse, until: .monday(12))
            let id = session.id
            try await clinic.storage.write { try await $0.sessions.end(id, at: .monday(10)) }

            session.expiresAt = .monday(14)
            let late = session
            try await clinic.storage.write { try await $0.sessions.update(late) }

            #expect(try await clinic.caller(of: session, at: .monday(11)) == nil)
        }
    }

    @Test("is asked inside a transaction as outside", arguments: Backend.available)
    func insideTransaction(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = Session(
                id: SessionID(bits: 7), account: clinic.nurse.id, startedAt: .dawn, expiresAt: .monday(12))

            let caller = try await clinic.storage.write { stores in
                try await stores.sessions.insert(session)
                return try await stores.sessions.caller(of: session.id, account: session.account, at: .monday(9))
            }

            #expect(caller?.account == clinic.nurse.id)
        }
    }
}
