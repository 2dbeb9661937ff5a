import Application
import Domain

/// `/api/auth/sessions/`
struct SessionEndpoints: Sendable {
    let accounts: AccountUseCases

    func list(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let sessions = try await accounts.listSessions(of: caller)
        return .list(sessions) { json, session in
            json.session(OwnSession(session: session, isCurrent: session.id == caller.session))
        }
    }

    func end(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        try await accounts.endSession(try exchange.id(.session, as: SessionNumber.self), by: caller)
        return .noContent
    }
}
