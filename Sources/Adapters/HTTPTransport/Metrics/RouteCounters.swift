import HTTPTypes

/// Counts the answers to requests for one route, by method.
final class RouteCounters: Sendable {
    /// What the route is called in the numbers.
    let label: String
    private let methods: [(method: HTTPRequest.Method, counters: RequestCounters)]
    /// Of methods that the route does not serve: they may be anything.
    private let others = RequestCounters()

    init(label: String, methods: some Sequence<HTTPRequest.Method>) {
        self.label = label
        self.methods = methods.map { ($0, RequestCounters()) }
    }

    convenience init(_ route: Route) {
        self.init(label: route.label, methods: route.handlers.keys.sorted { $0.rawValue < $1.rawValue })
    }

    /// A HEAD counts as the GET that it is.
    func counters(of method: HTTPRequest.Method) -> RequestCounters {
        let asked: HTTPRequest.Method = method == .head ? .get : method
        for each in methods where each.method == asked { return each.counters }
        return others
    }

    /// What was asked for at least once.
    var figures: [RouteFigures] {
        (methods.map { ($0.method.rawValue, $0.counters) } + [("other", others)]).compactMap { method, counters in
            let latencies = counters.latencies
            guard latencies.total > 0 else { return nil }
            return RouteFigures(
                route: label, method: method, answersByClass: counters.answersByClass, latencies: latencies)
        }
    }
}

/// What was counted for a method of a route since the start.
package struct RouteFigures: Equatable, Sendable {
    package let route: String
    package let method: String
    /// By the status's first digit, 1 to 5.
    package let answersByClass: [Int]
    package let latencies: Latencies
}
