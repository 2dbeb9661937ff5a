package import Application
package import Domain
package import HTTPTypes

/// What a path does for one method, and what is told about it: there is no handler without documentation.
package struct DocumentedMethod: Sendable {
    let method: HTTPRequest.Method
    let operation: Operation
    let handler: Route.Handler
    /// Answers while it is still asked who the caller is.
    private(set) var reader: Route.Reader?

    package init(
        _ method: HTTPRequest.Method, _ operation: Operation,
        _ handler: @escaping @Sendable (Exchange) async throws(Failure) -> Answer
    ) {
        self.method = method
        self.operation = operation
        self.handler = handler
    }

    /// - Parameter reader: reads one record, of which it shows nothing before it is known who asks. It serves no duty.
    package init(
        _ method: HTTPRequest.Method, _ operation: Operation,
        _ reader: @escaping @Sendable (Exchange, PresumedCaller) async throws(Failure) -> Answer
    ) {
        self.init(method, operation) { (exchange: Exchange, caller: Caller) async throws(Failure) -> Answer in
            try await reader(exchange, PresumedCaller(caller))
        }
        self.reader = reader
    }

    /// - Parameter handler: needs to know who asks. It is not reached while a duty stands before the caller, unless the
    ///   operation is there for that.
    package init(
        _ method: HTTPRequest.Method, _ operation: Operation,
        _ handler: @escaping @Sendable (Exchange, Caller) async throws(Failure) -> Answer
    ) {
        self.init(method, operation) { (exchange: Exchange) async throws(Failure) -> Answer in
            guard let caller = exchange.caller else { throw Failure.notSignedIn(.noCredentials) }
            if let duty = caller.duty, !operation.serves(duty) { throw Failure.dutyFirst(duty) }
            return try await handler(exchange, caller)
        }
    }
}

extension Route {
    package typealias Handler = @Sendable (Exchange) async throws(Failure) -> Answer
    package typealias Reader = @Sendable (Exchange, PresumedCaller) async throws(Failure) -> Answer

    /// A page for people, which finds out by itself who asks. It is no part of the API and of its documents.
    ///
    /// - Parameter path: `*` as its last segment stands for whatever is asked for below and is served by no other route.
    package static func page(
        _ path: String, aliases: [String] = [], _ handlers: [HTTPRequest.Method: Handler]
    ) -> Route {
        Route(pages: [path] + aliases, handlers)
    }
}
