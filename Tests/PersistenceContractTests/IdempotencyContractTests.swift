import Application
import Domain
import Testing

@Suite("Answers kept for repeated requests")
struct IdempotencyContractTests {
    private let answer = KeptAnswer(fingerprint: "f", answer: "\"tag\"\n{\"id\":1,\"name\":\"Zoë 😀\"}")

    @Test("are found by their key and account for 24 hours, and by nobody else", arguments: Backend.available)
    func found(_ backend: Backend) async throws {
        let key = try #require(IdempotencyKey("key"))
        try await backend.withClinic { clinic in
            try await clinic.keep(answer, key, of: clinic.nurse.id, at: .monday(8))

            let day: Int64 = 86_400
            #expect(try await clinic.claim(key, of: clinic.nurse.id, at: .monday(8)) == answer)
            #expect(
                try await clinic.claim(key, of: clinic.nurse.id, at: .monday(8).adding(seconds: day - 1)) == answer)
            #expect(try await clinic.claim(key, of: clinic.nurse.id, at: .monday(8).adding(seconds: day)) == nil)
            #expect(try await clinic.claim(key, of: clinic.admin.id, at: .monday(8)) == nil)
            #expect(try await clinic.claim(key, of: nil, at: .monday(8)) == nil)
            let upper = try #require(IdempotencyKey("KEY"))
            #expect(try await clinic.claim(upper, of: clinic.nurse.id, at: .monday(8)) == nil)
        }
    }

    @Test("of those who are not signed in are found by all of them", arguments: Backend.available)
    func nobodys(_ backend: Backend) async throws {
        let key = try #require(IdempotencyKey("key"))
        try await backend.withClinic { clinic in
            try await clinic.keep(answer, key, of: nil, at: .monday(8))

            #expect(try await clinic.claim(key, of: nil, at: .monday(9)) == answer)
            #expect(try await clinic.claim(key, of: clinic.nurse.id, at: .monday(9)) == nil)
        }
    }

    @Test("that are too old give way to new ones under the same key", arguments: Backend.available)
    func replaced(_ backend: Backend) async throws {
        let key = try #require(IdempotencyKey("key"))
        let newer = KeptAnswer(fingerprint: "g", answer: "new")
        let nextDay = Instant.monday(8).adding(seconds: 2 * 86_400)
        try await backend.withClinic { clinic in
            try await clinic.keep(answer, key, of: clinic.nurse.id, at: .monday(8))

            try await clinic.keep(newer, key, of: clinic.nurse.id, at: nextDay)

            #expect(try await clinic.claim(key, of: clinic.nurse.id, at: nextDay) == newer)
        }
    }

    @Test("are forgotten when they are too old, and no others", arguments: Backend.available)
    func forgotten(_ backend: Backend) async throws {
        let (old, new) = (try #require(IdempotencyKey("old")), try #require(IdempotencyKey("new")))
        let nextDay = Instant.monday(8).adding(seconds: 86_400)
        try await backend.withClinic { clinic in
            try await clinic.keep(answer, old, of: clinic.nurse.id, at: .monday(8))
            try await clinic.keep(answer, new, of: clinic.nurse.id, at: .monday(9))

            try await clinic.storage.write { try await $0.idempotency.tidy(at: nextDay) }

            // Asked for at a time when both would still be good.
            #expect(try await clinic.claim(old, of: clinic.nurse.id, at: .monday(9)) == nil)
            #expect(try await clinic.claim(new, of: clinic.nurse.id, at: .monday(9)) == answer)
        }
    }

    @Test("go with the transaction that fails", arguments: Backend.available)
    func rolledBack(_ backend: Backend) async throws {
        let key = try #require(IdempotencyKey("key"))
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse.id
            await #expect(throws: Failure.busy) {
                try await clinic.storage.write { stores in
                    try await stores.idempotency.keep(answer, under: key, of: nurse, at: .monday(8))
                    throw Failure.busy
                }
            }

            let kept = try await clinic.claim(key, of: nurse, at: .monday(8))
            #expect(kept == nil)
        }
    }

    @Test(
        "of many equal requests at once one makes a patient, and all others hear the same", arguments: Backend.available
    )
    func race(_ backend: Backend) async throws {
        let key = try #require(IdempotencyKey("key"))
        try await backend.withClinic { clinic in
            let nurse = Caller(clinic.nurse)
            let register = clinic.useCases.patients.register
            let retry = Retry<Patient>(key: key, fingerprint: "f") { "patient \($0.id.number)" }

            let answers = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        do throws(Failure) {
                            return try await register.once(retry, by: nurse) {
                                PatientForm(claimedEmail: nil, details: .ann, check: FieldCheck())
                            }
                        } catch {
                            guard error == .retried(.stillRunning) else { throw error }
                            return nil
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            let patients = try await clinic.reads.patients.list(PatientQuery(), in: .everything)
            #expect(patients.count == 1)
            #expect(Set(answers.compactMap(\.self)) == ["patient \(try #require(patients.first).id.number)"])
        }
    }
}

extension Clinic {
    fileprivate func keep(
        _ answer: KeptAnswer, _ key: IdempotencyKey, of account: AccountID?, at now: Instant
    ) async throws {
        try await storage.write { try await $0.idempotency.keep(answer, under: key, of: account, at: now) }
    }

    fileprivate func claim(
        _ key: IdempotencyKey, of account: AccountID?, at now: Instant
    ) async throws -> KeptAnswer? {
        try await storage.write { try await $0.idempotency.claim(key, of: account, at: now) }
    }
}
