import Application
import Domain
import HTTPTypes
import HummingbirdCore
import NIOCore

/// Takes a request through the checks in their order, to its endpoint, and back with the headers that every answer has.
///
/// The order decides which of several faults is answered: path, `Accept`, credentials, method, record, body, fields.
/// After a body that was long on its way credentials are looked at once more.
struct Dispatcher: Sendable {
    let routes: RouteTree
    let authenticate: Authenticate
    let noteRefusal: NoteRefusal
    let clock: any WallClock
    let random: any RandomSource
    let fingerprints: any RequestFingerprints
    let policy: RequestPolicy
    let maximumBodyBytes: Int
    /// What the parts of all lists on their way may take.
    let budget: PartBudget
    /// Whether clients reach the server by TLS alone.
    let isOverTLS: Bool
    let log: AccessLog
    let metrics: ServerMetrics

    /// The answer as it is sent, but for its date.
    ///
    /// - Parameter peer: the other end of the connection.
    func finishedAnswer(to request: Request, from peer: ClientAddress?) async -> FinishedAnswer {
        let started = ContinuousClock.now
        let name = RequestName.choose(sent: request.headers[one: .requestID], random: random)
        var entry = AccessLogEntry(requestID: name, method: request.method.rawValue)
        let origin = RequestOrigin(
            request: name, address: policy.trustedProxies.client(behind: peer, request.headers),
            device: request.headers[one: .userAgent] ?? "",
            isEncrypted: isOverTLS || policy.trustedProxies.sayTLS(behind: peer, request.headers))
        var answer = await self.answer(to: request, from: origin, entry: &entry)
        let fields = standingFields(for: &answer, asked: request)
        let microseconds = (ContinuousClock.now - started).wholeMicroseconds
        metrics.answered(request.method, entry.counters, status: answer.status.code, tookMicroseconds: microseconds)
        log.note(entry, status: answer.status.code, tookMicroseconds: microseconds)
        return FinishedAnswer(answer, named: name, isHead: request.method == .head, fields)
    }

    /// What stands in every answer. One that says some of it otherwise, or goes to a page of another origin, gets all of it
    /// among its own fields.
    private func standingFields(for answer: inout Answer, asked request: Request) -> StandingFields? {
        let (origin, standing) = (request.headers[one: .origin], isOverTLS ? StandingFields.overTLS : .plain)
        guard origin != nil || standing.hasOne(of: answer.headers) else { return standing }
        policy.addCORSHeaders(to: &answer.headers, origin: origin)
        SecurityHeaders.add(to: &answer.headers, overTLS: isOverTLS)
        return nil
    }

    private func answer(to request: Request, from origin: RequestOrigin, entry: inout AccessLogEntry) async -> Answer {
        guard policy.allows(host: request.head.authority) else {
            return .detail(.badRequest, "This host name is not served here; see ALLOWED_HOSTS.")
        }
        if request.method == .options, request.headers[one: .accessControlRequestMethod] != nil,
            let origin = request.headers[one: .origin]
        {
            return Answer(status: .ok, headers: policy.preflightHeaders(origin: origin))
        }
        guard let match = routes.match(request.uri.path) else { return .detail(.notFound, "Not found.") }
        entry.route = match.template
        entry.counters = match.counters
        guard match.route.kind == .page || AcceptHeader.allowsJSON(request.headers[one: .accept]) else {
            return .notAcceptable
        }
        var answer: Answer
        do {
            answer = try await handle(request, from: origin, match, &entry)
            entry.note(answer)
        } catch {
            entry.note(error)
            answer =
                match.route.dialect.page?(error, request.headers) ?? match.route.dialect.answer(error)
                ?? ErrorResponses.answer(for: error, in: match.route.dialect)
        }
        if request.method == .options { answer.headers[.allow] = match.route.allow }
        return answer
    }

    private func handle(
        _ request: Request, from origin: RequestOrigin, _ match: RouteTree.Match, _ entry: inout AccessLogEntry
    ) async throws(Failure) -> Answer {
        if let answer = try await readEarly(request, from: origin, match, &entry) { return answer }
        return try await handleInOrder(request, from: origin, match, &entry)
    }

    /// Credentials first, then the rest.
    @inline(never)  // Its frame is large, and reads of one record do without it.
    private func handleInOrder(
        _ request: Request, from origin: RequestOrigin, _ match: RouteTree.Match, _ entry: inout AccessLogEntry
    ) async throws(Failure) -> Answer {
        let caller: Caller?
        switch try await credentials(of: request, from: origin, for: match.route) {
        case .refused(let answer): return answer
        case .accepted(let accepted): caller = accepted
        }
        entry.account = caller?.account
        let method: HTTPRequest.Method = request.method == .head ? .get : request.method
        guard let handler = match.route.handlers[method] else {
            return methodAnswer(request, on: match.route)
        }
        return try await receive(request, from: origin, match, of: caller, for: handler)
    }

    func exchange(
        _ request: Request, from origin: RequestOrigin, _ match: RouteTree.Match, query: QueryParameters,
        body: SentBody,
        caller: Caller?
    ) -> Exchange {
        Exchange(
            template: match.route.paths[0], headers: request.headers, authority: request.head.authority,
            parameter: match.parameter, path: request.uri.path, query: query, body: body, origin: origin,
            caller: caller, today: clock.today, fingerprints: fingerprints, dialect: match.route.dialect)
    }

    enum Credentials {
        case accepted(Caller?)
        case refused(Answer)
    }

    func credentials(of request: Request, from origin: RequestOrigin, for route: Route) async throws(Failure)
        -> Credentials
    {
        guard route.access != .ignoringCredentials else { return .accepted(nil) }
        switch BearerCredentials(header: request.headers[one: .authorization]) {
        case .none:
            guard route.access == .open else { throw .notSignedIn(.noCredentials) }
            return .accepted(nil)
        case .malformed:
            return .refused(BearerCredentials.malformedAnswer)
        case .token(let token):
            do {
                return .accepted(try await authenticate(accessToken: token, from: origin))
            } catch .notSignedIn(let refusal) {
                return .refused(BearerCredentials.answer(for: refusal))
            }
        }
    }

    private func methodAnswer(_ request: Request, on route: Route) -> Answer {
        var answer: Answer
        if request.method == .options {
            answer = .json { json in
                json.beginObject()
                json.member("allow", route.allow)
                json.endObject()
            }
        } else {
            answer =
                route.dialect.methodPage?(request.headers)
                ?? .detail(.methodNotAllowed, "Method \"\(request.method.rawValue)\" not allowed.")
        }
        answer.headers[.allow] = route.allow
        return answer
    }

    func query(of request: Request) throws(Failure) -> QueryParameters {
        do {
            return try QueryParameters(request.uri.query)
        } catch {
            throw .unreadable(Unreadable(error))
        }
    }
}

extension Duration {
    fileprivate var wholeMicroseconds: Int {
        Int(components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000)
    }
}
