import Domain
import HTTPTypes

/// One path, its aliases, who may ask, and what it does for each method.
struct Route: Sendable {
    typealias Handler = @Sendable (Exchange) async throws(Failure) -> Answer

    /// Whose credentials are looked at before the method is.
    enum Access: Sendable {
        /// Nobody's: an `Authorization` header is ignored.
        case ignoringCredentials
        /// Anybody may ask, but credentials that are sent have to be good.
        case open
        /// Only those who are signed in.
        case signedIn
    }

    /// What the path answers with; decides which `Accept` headers can be satisfied.
    enum Kind: Sendable {
        case json
        case page
    }

    /// The path and its aliases, each with a slash at its end; `{id}` stands for one segment.
    let paths: [String]
    let access: Access
    let kind: Kind
    let handlers: [HTTPRequest.Method: Handler]

    /// The methods served, as the `Allow` header lists them.
    var allow: String {
        var names = handlers.keys.map(\.rawValue)
        if handlers[.get] != nil { names.append("HEAD") }
        return (names + ["OPTIONS"]).sorted().joined(separator: ", ")
    }
}

extension Route {
    /// A path for those who are signed in.
    static func signedIn(
        _ paths: String...,
        handlers: [HTTPRequest.Method: @Sendable (Exchange, Caller) async throws(Failure) -> Answer]
    ) -> Route {
        var checked: [HTTPRequest.Method: Handler] = [:]
        for (method, handler) in handlers { checked[method] = requireCaller(handler) }
        return Route(paths: paths, access: .signedIn, kind: .json, handlers: checked)
    }

    private static func requireCaller(
        _ handler: @escaping @Sendable (Exchange, Caller) async throws(Failure) -> Answer
    ) -> Handler {
        { (exchange: Exchange) async throws(Failure) -> Answer in
            guard let caller = exchange.caller else { throw Failure.notSignedIn(.noCredentials) }
            return try await handler(exchange, caller)
        }
    }

    /// A path that anybody may ask.
    static func open(
        _ paths: String..., access: Access = .ignoringCredentials, kind: Kind = .json,
        handlers: [HTTPRequest.Method: Handler]
    ) -> Route {
        Route(paths: paths, access: access, kind: kind, handlers: handlers)
    }
}
