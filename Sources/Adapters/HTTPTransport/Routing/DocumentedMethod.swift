import Domain
import HTTPTypes

/// What a path does for one method, and what is told about it: there is no handler without documentation.
struct DocumentedMethod: Sendable {
    /// A handler that needs to know who asks.
    typealias SignedInHandler = @Sendable (Exchange, Caller) async throws(Failure) -> Answer

    let method: HTTPRequest.Method
    let operation: Operation
    let handler: Route.Handler

    init(_ method: HTTPRequest.Method, _ operation: Operation, _ handler: @escaping Route.Handler) {
        self.method = method
        self.operation = operation
        self.handler = handler
    }

    init(_ method: HTTPRequest.Method, _ operation: Operation, _ handler: @escaping SignedInHandler) {
        self.init(method, operation) { (exchange: Exchange) async throws(Failure) -> Answer in
            guard let caller = exchange.caller else { throw Failure.notSignedIn(.noCredentials) }
            return try await handler(exchange, caller)
        }
    }
}
