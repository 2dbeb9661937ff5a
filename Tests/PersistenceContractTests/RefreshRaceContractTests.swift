import Application
import Domain
import Testing

@Suite("Many refreshes at once")
struct RefreshRaceContractTests {
    @Test("of one refresh token all succeed, and the session lives", arguments: Backend.available)
    func sameToken(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let accounts = clinic.useCases.accounts
            let first = try await accounts.signIn(username: "nurse", password: .good).tokens

            let renewed = try await accounts.refreshAll(Array(repeating: first.refresh, count: 20))
            let again = try await accounts.refreshAll(renewed.map(\.refresh))

            #expect(Set(renewed.map(\.refresh)).count == 20)
            for tokens in [first] + renewed + again {
                await #expect(throws: Never.self) { try await accounts.authenticate(accessToken: tokens.access) }
            }
        }
    }

    @Test("of a token and of one issued from it all succeed, and the session lives", arguments: Backend.available)
    func overtaking(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let accounts = clinic.useCases.accounts
            let first = try await accounts.signIn(username: "nurse", password: .good).tokens
            let second = try await accounts.refreshTokens(refreshToken: first.refresh)

            let renewed = try await accounts.refreshAll((0..<20).map { $0 % 2 == 0 ? first.refresh : second.refresh })

            for tokens in renewed {
                await #expect(throws: Never.self) { try await accounts.authenticate(accessToken: tokens.access) }
            }
        }
    }

    @Test("never lose that a token was overtaken: using it later ends the session", arguments: Backend.available)
    func noLostAdvance(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (accounts, later) = (clinic.useCases.accounts, clinic.useCases(at: .monday(9)).accounts)
            for round in 0..<8 {
                let first = try await accounts.signIn(username: "nurse", password: .good).tokens
                let second = try await accounts.refreshTokens(refreshToken: first.refresh)
                let renewed = try await accounts.refreshAll(
                    (0..<20).map { $0 == round ? second.refresh : first.refresh })

                await #expect(throws: Failure.notSignedIn(.invalidToken)) {
                    try await later.refreshTokens(refreshToken: first.refresh)
                }

                await #expect(throws: Failure.notSignedIn(.invalidToken)) {
                    try await accounts.authenticate(accessToken: renewed[0].access)
                }
            }
        }
    }
}

extension AccountUseCases {
    /// Exchanges all of them at once.
    fileprivate func refreshAll(_ tokens: [String]) async throws -> [TokenPair] {
        try await withThrowingTaskGroup(of: TokenPair.self) { group in
            for token in tokens { group.addTask { try await refreshTokens(refreshToken: token) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
