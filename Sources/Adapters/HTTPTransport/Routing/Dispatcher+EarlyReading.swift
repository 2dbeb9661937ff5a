import Application
import Domain
import HTTPTypes
import HummingbirdCore

extension Dispatcher {
    /// Answers a request that reads one record: it is read for whoever the caller was the last time, while it is asked
    /// whether they still are. Who may not ask is told so before anything else, as everywhere.
    ///
    /// - Returns: `nil` for other requests, and for callers of whom nothing is known yet.
    func readEarly(
        _ request: Request, from origin: RequestOrigin, _ match: RouteTree.Match, _ entry: inout AccessLogEntry
    ) async throws(Failure) -> Answer? {
        guard let reader = match.route.readers[request.method == .head ? .get : request.method],
            case .token(let token) = BearerCredentials(header: request.headers[one: .authorization])
        else { return nil }
        let caller: PresumedCaller
        do throws(Failure) {
            guard let presumed = try authenticate.presume(accessToken: token, from: origin) else { return nil }
            caller = presumed
        } catch {
            return try BearerCredentials.answer(forRefusal: error)
        }
        let answer: Result<Answer, Failure>
        do throws(Failure) {
            answer = .success(try await read(request, from: origin, match, reader, caller))
        } catch {
            answer = .failure(error)
        }
        let known: Caller
        do throws(Failure) {
            known = try await caller.known()
        } catch {
            return try BearerCredentials.answer(forRefusal: error)
        }
        entry.account = known.account
        do throws(Failure) {
            return try answer.get()
        } catch {
            guard case .dutyFirst = error else { throw error }
            throw try await noteRefusal(error, to: known)
        }
    }

    private func read(
        _ request: Request, from origin: RequestOrigin, _ match: RouteTree.Match, _ reader: Route.Reader,
        _ caller: PresumedCaller
    ) async throws(Failure) -> Answer {
        let body = SentBody(contentType: request.headers[one: .contentType], bytes: [])
        let exchange = exchange(
            request, from: origin, match, query: try query(of: request), body: body, caller: nil)
        guard !exchange.namesNoNumber else { return .detail(.notFound, "Not found.") }
        do throws(Failure) {
            let answer = try await reader(exchange, caller)
            _ = try await caller.confirmed()
            return answer
        } catch {
            // A duty comes before whatever is wrong with the record.
            _ = try await caller.confirmed()
            throw error
        }
    }
}

extension BearerCredentials {
    /// The answer to a token that cannot be used; other failures are thrown.
    fileprivate static func answer(forRefusal failure: Failure) throws(Failure) -> Answer {
        guard case .notSignedIn(let refusal) = failure else { throw failure }
        return answer(for: refusal)
    }
}
