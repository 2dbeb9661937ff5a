import Application
import Domain
import HTTPTransport

/// `/admin/accounts/`
struct AccountPages: Sendable {
    let administration: AdministrationUseCases

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/accounts/", get: list),
            entrance.page("/admin/accounts/new/", get: showNew, post: create, returning: .to(returnNew)),
            AccountBulk(administration: administration).route(entrance, "/admin/accounts/bulk/"),
            entrance.page("/admin/accounts/{id}/", get: show),
            entrance.page("/admin/accounts/{id}/edit/", get: showEdit, post: change, returning: .to(returnEdit)),
            entrance.page(
                "/admin/accounts/{id}/sessions/", get: askToEndSessions, post: endSessions,
                returning: .to(askToEndSessions)),
            entrance.page(
                "/admin/accounts/{id}/second-factor/", get: askToReset, post: reset, returning: .to(askToReset)),
        ]
    }

    static let home: Address = "/admin/accounts/"
    static func address(_ id: AccountID) -> Address { "/admin/accounts/\(id)/" }
    static func editAddress(_ id: AccountID) -> Address { "/admin/accounts/\(id)/edit/" }
    static func sessionsAddress(_ id: AccountID) -> Address { "/admin/accounts/\(id)/sessions/" }
    static func factorAddress(_ id: AccountID) -> Address { "/admin/accounts/\(id)/second-factor/" }

    private func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let account = try await administration.find(request.exchange.id(.account), for: request.caller)
        return AccountPage(account: account, request: request).answer
    }
}
