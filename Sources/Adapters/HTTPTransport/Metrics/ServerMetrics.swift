package import Domain
import HTTPTypes
import NIOConcurrencyHelpers
import Synchronization

/// Counts what the server does: numbers by method, route as declared, and kind of status. Nothing that somebody sent is
/// among them, and unknown paths share one name.
package final class ServerMetrics: Sendable {
    package let startedAt: Instant
    /// Of requests that have no route of ours.
    let unrouted = RouteCounters(label: unroutedLabel, methods: [.get, .post, .put, .patch, .delete])
    private let routes: NIOLockedValueBox<[RouteCounters]>
    private let recent: NIOLockedValueBox<RecentTraffic>
    private let connections = Synchronization.Atomic(0)
    private let requestsUnderWay = Synchronization.Atomic(0)
    private let refusals: InlineArray<11, Synchronization.Atomic<Int>> = InlineArray { _ in Synchronization.Atomic(0) }

    /// What these are called.
    package static let unroutedLabel = "none"

    package init(startedAt: Instant) {
        self.startedAt = startedAt
        routes = NIOLockedValueBox([unrouted])
        recent = NIOLockedValueBox(RecentTraffic(since: startedAt))
    }

    /// The counters of a route; routes of the same label share them. Asked for once, as routes are laid out.
    func counters(of route: Route) -> RouteCounters {
        routes.withLockedValue { routes in
            if let known = routes.first(where: { $0.label == route.label }) { return known }
            let new = RouteCounters(route)
            routes.append(new)
            return new
        }
    }

    /// Counts an answer.
    ///
    /// - Parameter route: `nil` when the request has none.
    func answered(
        _ method: HTTPRequest.Method, _ route: RouteCounters?, status: Int, tookMicroseconds microseconds: Int
    ) {
        (route ?? unrouted).counters(of: method).note(status: status, microseconds: microseconds)
        if let refusal = Refusal(status: status) { note(refusal) }
    }

    func connectionOpened() { connections.add(1, ordering: .relaxed) }
    func connectionClosed() { connections.subtract(1, ordering: .relaxed) }
    func requestBegan() { requestsUnderWay.add(1, ordering: .relaxed) }
    func requestEnded() { requestsUnderWay.subtract(1, ordering: .relaxed) }

    func note(_ refusal: Refusal) { refusals[refusal.rawValue].add(1, ordering: .relaxed) }

    /// Remembers how much was answered until now. To be called every few seconds.
    package func takeSample(at now: Instant) {
        let latencies = latencies
        recent.withLockedValue { $0.add(latencies, at: now) }
    }
}

/// What the counters say.
extension ServerMetrics {
    package var openConnections: Int { connections.load(ordering: .relaxed) }
    package var openRequests: Int { requestsUnderWay.load(ordering: .relaxed) }

    /// What was asked for since the start, in the order in which routes are declared.
    package var figures: [RouteFigures] { routes.withLockedValue(\.self).flatMap(\.figures) }

    /// What was answered in the last minute, or since the start when that was later.
    package func lastMinute(at now: Instant) -> Traffic {
        let latencies = latencies
        return recent.withLockedValue { $0.traffic(to: latencies, at: now) }
    }

    func count(of refusal: Refusal) -> Int { refusals[refusal.rawValue].load(ordering: .relaxed) }

    /// How often a client or a request met a limit since the start.
    package var refused: Int { Refusal.allCases.reduce(0) { $0 + count(of: $1) } }

    private var latencies: Latencies { figures.reduce(Latencies()) { $0 + $1.latencies } }
}
