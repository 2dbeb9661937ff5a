import Application
import Domain
import HTTPTypes
import HummingbirdCore
import NIOCore

/// The rest of a request: its query and body, and then its endpoint.
extension Dispatcher {
    /// Reads the rest of the request. Whoever had rights when a slow body began may have lost them by its end.
    func receive(
        _ request: Request, from origin: RequestOrigin, _ match: RouteTree.Match, of sender: Caller?,
        for handler: Route.Handler
    ) async throws(Failure) -> Answer {
        let (query, known) = (try query(of: request), clock.now())
        let body = try await body(of: request, on: match.route)
        var caller = sender
        if sender != nil, !isRecent(known) {
            switch try await credentials(of: request, from: origin, for: match.route) {
            case .refused(let answer): return answer
            case .accepted(let accepted): caller = accepted
            }
        }
        let exchange = exchange(request, from: origin, match, query: query, body: body, caller: caller)
        guard !exchange.namesNoNumber else { return .detail(.notFound, "Not found.") }
        do throws(Failure) {
            return try await begun(try await handler(exchange), request, for: caller)
        } catch {
            guard case .dutyFirst = error, let caller else { throw error }
            throw try await noteRefusal(error, to: caller)
        }
    }

    /// The same answer with the first of its parts. Who asks for its head alone gets none.
    private func begun(_ answer: Answer, _ request: Request, for caller: Caller?) async throws(Failure) -> Answer {
        guard var rest = answer.rest, let caller, request.method != .head else { return answer }
        rest.require(
            AnswerParts.Terms(budget: budget, account: caller.account) { () async throws(Failure) in
                try await authenticate.stillKnows(caller)
            })
        let first = try await rest.next()
        var answer = answer
        (answer.body, answer.share, answer.rest) = (first?.bytes ?? ByteBuffer(), first?.share, rest)
        return answer
    }

    /// Whether what was found out about a caller then still counts: not after half a second, so that a session that
    /// ended is dead within a second whatever its holder keeps open, nor when the clock was set back.
    private func isRecent(_ time: Instant) -> Bool {
        (0..<500_000).contains(clock.now().microseconds - time.microseconds)
    }

    private func body(of request: Request, on route: Route) async throws(Failure) -> SentBody {
        let type = request.headers[one: .contentType]
        guard [.post, .put, .patch].contains(request.method) || route.takesBody(request.method) else {
            return SentBody(contentType: type, bytes: [])
        }
        // What is no number here is too large for one.
        if let length = request.headers[one: .contentLength], Int(length) ?? .max > maximumBodyBytes {
            throw .unreadable(.tooLarge)
        }
        // Small bodies that unfold into large ones are not taken at all.
        if let coding = request.headers[one: .contentEncoding], !coding.isEmpty, coding.lowercased() != "identity" {
            throw .unreadable(.unsupportedCoding(coding))
        }
        do {
            let buffer = try await request.body.collect(upTo: maximumBodyBytes)
            return SentBody(contentType: type, bytes: Array(buffer.readableBytesView))
        } catch is NIOTooManyBytesError {
            throw .unreadable(.tooLarge)
        } catch {
            throw .unreadable(.malformed("The request body ended before it was complete."))
        }
    }
}
