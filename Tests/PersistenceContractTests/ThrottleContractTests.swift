import Application
import Domain
import Testing

@Suite struct `Tallies of failed sign-ins` {
    private let keys = ["a", "b", "c"].map { ThrottleKey($0) }

    @Test(arguments: Backend.available) func `are found until they expire`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (a, b) = (keys[0], keys[1])
            let tally = FailureTally([.monday(8), .monday(8, 30).adding(microseconds: 1)])

            try await clinic.storage.write { stores in
                try await stores.throttle.keep(tally, under: a, until: .monday(9))
                try await stores.throttle.keep(FailureTally(), under: b, until: .monday(10))
            }

            let throttle = clinic.reads.throttle
            #expect(try await throttle.tallies(of: keys, at: .monday(8)) == [a: tally, b: FailureTally()])
            #expect(try await throttle.tallies(of: keys, at: .monday(9)) == [b: FailureTally()])
            #expect(try await throttle.tallies(of: [keys[2]], at: .monday(8)) == [:])
        }
    }

    @Test(arguments: Backend.available) func `are replaced, and forgotten one by one`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (a, b) = (keys[0], keys[1])

            try await clinic.storage.write { stores in
                for key in [a, b] { try await stores.throttle.keep(FailureTally(), under: key, until: .monday(9)) }
                try await stores.throttle.keep(FailureTally([.dawn]), under: a, until: .monday(10))
                try await stores.throttle.forget(b)
                try await stores.throttle.forget(b)
            }

            #expect(try await clinic.reads.throttle.tallies(of: keys, at: .monday(9)) == [a: FailureTally([.dawn])])
        }
    }

    @Test(arguments: Backend.available) func `are tidied away when they have expired, and not before`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let (a, b) = (keys[0], keys[1])

            try await clinic.storage.write { stores in
                try await stores.throttle.keep(FailureTally(), under: a, until: .monday(9))
                try await stores.throttle.keep(FailureTally(), under: b, until: .monday(10))
                try await stores.throttle.tidy(at: .monday(9))
            }

            #expect(try await clinic.reads.throttle.tallies(of: keys, at: .dawn) == [b: FailureTally()])
        }
    }

    @Test(arguments: Backend.available) func `of keys that are held grow by every failure, however many at once`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let keys = keys
            let limits = [FailureLimit(count: 100, seconds: 60)]

            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<30 {
                    let order = number % 2 == 0 ? keys : keys.reversed()
                    group.addTask {
                        try await clinic.storage.write { stores in
                            let kept = try await stores.throttle.talliesForChange(of: order, at: .dawn)
                            for key in order {
                                var tally = kept[key] ?? FailureTally()
                                _ = tally.note(at: .dawn, under: limits)
                                try await stores.throttle.keep(tally, under: key, until: .monday(9))
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }

            let tallies = try await clinic.reads.throttle.tallies(of: keys, at: .dawn)
            #expect(keys.map { tallies[$0]?.times.count } == [30, 30, 30])
        }
    }

    @Test(arguments: Backend.available) func `let exactly ten of sixty wrong sign-ins at once pass`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let accounts = clinic.useCases.accounts
            let origin = RequestOrigin(request: "r", address: ClientAddress("192.0.2.7"), device: "")

            let failures = await withTaskGroup(of: Failure?.self) { group in
                for _ in 0..<60 {
                    group.addTask {
                        do throws(Failure) {
                            _ = try await accounts.signIn(username: "nurse", password: .wrong, from: origin)
                            return nil
                        } catch {
                            return error
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            #expect(failures.count { $0 == .notSignedIn(.badCredentials) } == 10)
            #expect(failures.count { $0 == .throttled(seconds: 900) } == 50)
        }
    }
}
