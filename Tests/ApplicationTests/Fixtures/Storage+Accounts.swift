import Application
import Domain

extension Storage {
    /// Gives an account another hash.
    func keep(_ hash: PasswordHash, of account: AccountID) async throws(Failure) {
        _ = try await transaction { stores throws(Failure) in
            try await stores.accounts.keep(hash, of: account)
            return true
        }
    }

    /// Gives an account another second factor.
    func keep(_ factor: SecondFactor, of account: AccountID) async throws(Failure) {
        _ = try await transaction { stores throws(Failure) in
            try await stores.secondFactors.keep(factor, of: account)
            return true
        }
    }

    /// Changes an account.
    func change(_ id: AccountID, _ change: @escaping @Sendable (inout Account) -> Void) async throws(Failure) {
        _ = try await transaction { stores throws(Failure) in
            guard var account = try await stores.accounts.findForChange(id) else { throw .notFound(.account) }
            change(&account)
            try await stores.accounts.update(account)
            return true
        }
    }
}

extension TestClinic {
    /// The same use cases of accounts over another storage.
    func accounts(on storage: any Storage) -> AccountUseCases {
        var ports = ports
        ports.storage = storage
        return UseCases(ports: ports, rules: rules).accounts
    }

    /// Signs in as somebody, and tells who makes a request then.
    func signIn(_ username: String, from origin: RequestOrigin = .desk) async throws(Failure) -> Caller {
        let tokens = try await accounts.signIn(username: username, password: .good, from: origin).tokens
        return try await accounts.authenticate(accessToken: tokens.access, from: origin)
    }

    /// What comes of so many sign-ins with a wrong password.
    func fail(
        _ count: Int, as username: String = "nurse", from origin: RequestOrigin = .stranger
    ) async -> [Failure?] {
        var failures: [Failure?] = []
        for _ in 0..<count {
            do throws(Failure) {
                _ = try await accounts.signIn(username: username, password: .wrong, from: origin)
                failures.append(nil)
            } catch {
                failures.append(error)
            }
        }
        return failures
    }
}
