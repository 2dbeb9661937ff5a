import Application
import Domain
import Testing

/// Records that are read while it is asked who wants them.
@Suite struct `A record read for whoever the caller was the last time` {
    @Test(arguments: Backend.available) func `is shown and noted once when they still are`(_ backend: Backend)
        async throws
    {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let (useCases, token) = try await clinic.signedIn("nurse")

            let caller = try #require(try useCases.accounts.presume(token))
            let found = try await useCases.patients.find(ann.id, for: caller)

            #expect(found.id == ann.id)
            #expect(try await clinic.storage.reads(by: clinic.nurse) == ["patient.read done 1"])
        }
    }

    @Test(arguments: Backend.available) func `is neither shown nor noted when the session has ended since`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let (useCases, token) = try await clinic.signedIn("nurse")
            let session = try await useCases.accounts.authenticate(accessToken: token).session

            try await clinic.storage.write { try await $0.sessions.end(session, at: .dawn) }
            let caller = try #require(try useCases.accounts.presume(token))

            await #expect(throws: Failure.notSignedIn(.invalidToken)) {
                try await useCases.patients.find(ann.id, for: caller)
            }
            #expect(try await clinic.storage.reads(by: clinic.nurse) == [])
            #expect(try useCases.accounts.presume(token) == nil)
        }
    }

    @Test(arguments: Backend.available) func `is not found, and that noted once, when it is for others to see now`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo, by: clinic.otherNurse)
            let (useCases, token) = try await clinic.signedIn("nurse")

            try await clinic.change(clinic.nurse) { ($0.role, $0.patient) = (.patient, bo.id) }
            let caller = try #require(try useCases.accounts.presume(token))

            await #expect(throws: Failure.notFound(.patient)) {
                try await useCases.patients.find(ann.id, for: caller)
            }
            #expect(try await clinic.storage.reads(by: clinic.nurse) == ["access.refused refused 1"])
        }
    }

    @Test(arguments: Backend.available) func `is looked for again when they may see more now`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let bo = try await clinic.register(.bo, by: clinic.otherNurse)
            let (useCases, token) = try await clinic.signedIn("nurse")

            try await clinic.change(clinic.nurse) { $0.role = .admin }
            let caller = try #require(try useCases.accounts.presume(token))
            let found = try await useCases.patients.find(bo.id, for: caller)

            #expect(found.id == bo.id)
            #expect(try await clinic.storage.reads(by: clinic.nurse) == ["patient.read done 1"])
        }
    }

    @Test(arguments: Backend.available) func `is another one's when they are linked to another record now`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            try await clinic.change(clinic.nurse) { ($0.role, $0.patient) = (.patient, ann.id) }
            let (useCases, token) = try await clinic.signedIn("nurse")

            try await clinic.change(clinic.nurse) { $0.patient = bo.id }
            let before = try #require(try useCases.accounts.presume(token))

            await #expect(throws: Failure.notFound(.patient)) {
                try await useCases.patients.find(ann.id, for: before)
            }
            let after = try #require(try useCases.accounts.presume(token))
            #expect(try await useCases.patients.find(bo.id, for: after).id == bo.id)
        }
    }

    @Test(arguments: Backend.available) func `is neither shown nor noted while a duty stands before them`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let (useCases, token) = try await clinic.signedIn("nurse")

            try await clinic.change(clinic.nurse) { $0.mustChangePassword = true }
            let caller = try #require(try useCases.accounts.presume(token))

            await #expect(throws: Failure.dutyFirst(.changePassword)) {
                try await useCases.patients.find(ann.id, for: caller)
            }
            #expect(try await clinic.storage.reads(by: clinic.nurse) == [])
        }
    }
}

extension Clinic {
    /// Use cases that have seen a session of the account, and its access token.
    fileprivate func signedIn(_ username: String) async throws -> (UseCases, String) {
        let useCases = useCases
        let tokens = try await useCases.accounts.signIn(username: username, password: .good).tokens
        _ = try await useCases.accounts.authenticate(accessToken: tokens.access)
        return (useCases, tokens.access)
    }

    fileprivate func change(_ account: Account, _ change: @escaping @Sendable (inout Account) -> Void) async throws {
        try await storage.write { stores in
            guard var present = try await stores.accounts.findForChange(account.id) else {
                throw Failure.notFound(.account)
            }
            change(&present)
            try await stores.accounts.update(present)
        }
    }
}

extension AccountUseCases {
    fileprivate func presume(_ token: String) throws -> PresumedCaller? {
        try authenticate.presume(accessToken: token, from: .unknown)
    }
}

extension Storage {
    /// What an account was shown or refused: action, outcome and how many patients it concerned.
    fileprivate func reads(by account: Account) async throws -> [String] {
        try await noted().filter { $0.account == account.id.number && $0.action != "session.started" }
            .map { "\($0.action) \($0.outcome) \($0.patients.count)" }
    }
}
