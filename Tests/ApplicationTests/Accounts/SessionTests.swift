import Application
import Domain
import Testing

@Suite("Sessions and their tokens")
struct SessionTests {
    private let minute: Int64 = 60
    private let day: Int64 = 86_400

    @Test("an access token is good for half an hour, to the second")
    func accessExpiry() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens

        clinic.clock.advance(seconds: 30 * minute - 1)
        let caller = try await clinic.accounts.authenticate(accessToken: tokens.access)
        clinic.clock.advance(seconds: 1)

        #expect(caller.account == clinic.nurse.account)
        await #expect(throws: Failure.notSignedIn(.expiredToken)) {
            try await clinic.accounts.authenticate(accessToken: tokens.access)
        }
    }

    @Test("a refresh token is good for a day")
    func refreshExpiry() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens

        clinic.clock.advance(seconds: day)

        await #expect(throws: Failure.notSignedIn(.expiredToken)) {
            try await clinic.accounts.refreshTokens(refreshToken: tokens.refresh)
        }
        await #expect(throws: Failure.notSignedIn(.expiredToken)) {
            try await clinic.accounts.signOut(refreshToken: tokens.refresh)
        }
    }

    @Test("the house decides how long tokens live")
    func lifetimes() async throws {
        let clinic = try await TestClinic { $0.tokenLifetimes = TokenLifetimes(accessMinutes: 5, refreshDays: 2) }
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens

        clinic.clock.advance(seconds: 5 * minute)
        await #expect(throws: Failure.notSignedIn(.expiredToken)) {
            try await clinic.accounts.authenticate(accessToken: tokens.access)
        }
        clinic.clock.advance(seconds: 2 * day - 5 * minute - 1)
        let renewed = try await clinic.accounts.refreshTokens(refreshToken: tokens.refresh)

        #expect(renewed != tokens)
    }

    @Test("a client that keeps its first refresh token goes on working")
    func firstTokenForEver() async throws {
        let clinic = try await TestClinic { $0.tokenLifetimes = TokenLifetimes(refreshDays: 7) }
        let first = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens

        for _ in 0..<6 {
            clinic.clock.advance(seconds: day)
            let access = try await clinic.accounts.refreshTokens(refreshToken: first.refresh).access
            let caller = try await clinic.accounts.authenticate(accessToken: access)
            #expect(caller.account == clinic.nurse.account)
        }
    }

    @Test("a client that always uses its newest refresh token goes on working")
    func newestTokenForEver() async throws {
        let clinic = try await TestClinic()
        var tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens

        for _ in 0..<6 {
            clinic.clock.advance(seconds: day - minute)
            tokens = try await clinic.accounts.refreshTokens(refreshToken: tokens.refresh)
        }

        let caller = try await clinic.accounts.authenticate(accessToken: tokens.access)
        #expect(caller.account == clinic.nurse.account)
    }

    @Test("a refresh token still works for ten seconds after one that was issued from it")
    func grace() async throws {
        let clinic = try await TestClinic()
        let first = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let second = try await clinic.accounts.refreshTokens(refreshToken: first.refresh)
        _ = try await clinic.accounts.refreshTokens(refreshToken: second.refresh)

        clinic.clock.advance(seconds: 10)
        let sibling = try await clinic.accounts.refreshTokens(refreshToken: first.refresh)
        clinic.clock.advance(seconds: minute)
        let third = try await clinic.accounts.refreshTokens(refreshToken: sibling.refresh)

        let caller = try await clinic.accounts.authenticate(accessToken: third.access)
        #expect(caller.account == clinic.nurse.account)
    }

    @Test("a refresh token that is used later than that ends the session, whoever holds its tokens")
    func overtaken() async throws {
        let clinic = try await TestClinic()
        let first = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let second = try await clinic.accounts.refreshTokens(refreshToken: first.refresh)
        let third = try await clinic.accounts.refreshTokens(refreshToken: second.refresh)
        let other = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens

        clinic.clock.advance(seconds: 11)
        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.refreshTokens(refreshToken: first.refresh)
        }

        for access in [first.access, second.access, third.access] {
            await #expect(throws: Failure.notSignedIn(.invalidToken)) {
                try await clinic.accounts.authenticate(accessToken: access)
            }
        }
        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.refreshTokens(refreshToken: third.refresh)
        }
        await #expect(throws: Never.self) { try await clinic.accounts.authenticate(accessToken: other.access) }
    }

    @Test("refreshing gives new tokens, extends the session, and leaves the old refresh token good")
    func refresh() async throws {
        let clinic = try await TestClinic()
        let first = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens

        clinic.clock.advance(seconds: day - minute)
        let second = try await clinic.accounts.refreshTokens(refreshToken: first.refresh)
        let third = try await clinic.accounts.refreshTokens(refreshToken: first.refresh)
        clinic.clock.advance(seconds: day - 2 * minute)
        let late = try await clinic.accounts.refreshTokens(refreshToken: second.refresh)

        let caller = try await clinic.accounts.authenticate(accessToken: late.access)
        #expect(caller.account == clinic.nurse.account)
        #expect(Set([first, second, third, late].flatMap { [$0.access, $0.refresh] }).count == 8)
    }

    @Test("signing out ends all tokens of the session at once")
    func signOut() async throws {
        let clinic = try await TestClinic()
        let first = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let second = try await clinic.accounts.refreshTokens(refreshToken: first.refresh)

        try await clinic.accounts.signOut(refreshToken: first.refresh)

        for access in [first.access, second.access] {
            await #expect(throws: Failure.notSignedIn(.invalidToken)) {
                try await clinic.accounts.authenticate(accessToken: access)
            }
        }
        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.refreshTokens(refreshToken: second.refresh)
        }
    }

    @Test("signing out twice succeeds")
    func signOutTwice() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        try await clinic.accounts.signOut(refreshToken: tokens.refresh)

        await #expect(throws: Never.self) { try await clinic.accounts.signOut(refreshToken: tokens.refresh) }
    }

    @Test("a token of one kind does not do the work of the other")
    func kinds() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens

        await #expect(throws: Failure.notSignedIn(.wrongTokenType)) {
            try await clinic.accounts.authenticate(accessToken: tokens.refresh)
        }
        await #expect(throws: Failure.notSignedIn(.wrongTokenType)) {
            try await clinic.accounts.refreshTokens(refreshToken: tokens.access)
        }
        await #expect(throws: Failure.notSignedIn(.wrongTokenType)) {
            try await clinic.accounts.signOut(refreshToken: tokens.access)
        }
    }

    @Test("disabling an account ends its tokens at once")
    func disabled() async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens

        try await clinic.storage.disable(clinic.nurse.account)

        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.authenticate(accessToken: tokens.access)
        }
        await #expect(throws: Failure.notSignedIn(.invalidToken)) {
            try await clinic.accounts.refreshTokens(refreshToken: tokens.refresh)
        }
    }

    @Test("a token that we signed is refused without a session, with an unknown one, and with another account's")
    func forgedSessions() async throws {
        let clinic = try await TestClinic()
        let tokens = PlainTokens()
        let accounts = UseCases(
            ports: Ports(
                storage: clinic.storage, clock: clinic.clock, random: CountingBits(), hasher: clinic.hasher,
                tokens: tokens, fingerprints: clinic.ports.fingerprints,
                secondFactors: clinic.ports.secondFactors), rules: HouseRules()
        ).accounts
        _ = try await accounts.signIn(username: "nurse", password: .good)
        let nurses = try tokens.verify("token-0", as: .access, at: .dawn).session

        for (account, session) in [
            (clinic.nurse.account, nil), (clinic.nurse.account, SessionID(bits: 9)), (clinic.admin.account, nurses),
        ] {
            for kind in TokenKind.allCases {
                let forged = tokens.sign(
                    TokenClaims(
                        kind: kind, account: account, session: session, id: "x", issuedAt: .dawn,
                        expiresAt: .monday(20)))
                await #expect(throws: Failure.notSignedIn(.invalidToken)) {
                    switch kind {
                    case .access: _ = try await accounts.authenticate(accessToken: forged)
                    case .refresh: _ = try await accounts.refreshTokens(refreshToken: forged)
                    }
                }
            }
        }
    }
}
