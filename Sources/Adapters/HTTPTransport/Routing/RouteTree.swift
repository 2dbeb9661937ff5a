/// Finds the route of a path, segment by segment.
struct RouteTree: Sendable {
    private typealias End = (route: Route, template: String, counters: RouteCounters)

    /// A route that was found.
    struct Match: Sendable {
        let route: Route
        /// The route's path as it was declared, for the log.
        let template: String
        /// The segment in the place of `{id}`, as sent.
        let parameter: String?
        /// What counts its answers.
        let counters: RouteCounters
    }

    private struct Node: Sendable {
        var literals: [String: Node] = [:]
        var parameter: [Node] = []
        var end: End?
        /// What serves whatever is asked for below and has no route of its own.
        var rest: End?
    }

    private var root = Node()

    /// - Parameter metrics: where the answers are counted.
    init(_ routes: [Route], countedBy metrics: ServerMetrics? = nil) {
        for route in routes {
            let counters = metrics?.counters(of: route) ?? RouteCounters(route)
            for path in route.paths {
                RouteTree.insert((route, path, counters), RouteTree.segments(path)[...], into: &root)
            }
        }
    }

    /// - Parameter path: without its query; one slash at its end makes no difference.
    func match(_ path: String) -> Match? {
        var node = root
        var (parameter, rest): (String?, End?) = (nil, nil)
        for segment in RouteTree.segments(path) {
            rest = node.rest ?? rest
            if let next = node.literals[segment] {
                node = next
            } else if let next = node.parameter.first, !segment.isEmpty {
                node = next
                parameter = segment
            } else {
                return RouteTree.match(rest)
            }
        }
        guard let end = node.end, end.route.dialect.takes(parameter) else { return RouteTree.match(node.rest ?? rest) }
        return Match(route: end.route, template: end.template, parameter: parameter, counters: end.counters)
    }

    private static func match(_ rest: End?) -> Match? {
        rest.map { Match(route: $0.route, template: $0.template, parameter: nil, counters: $0.counters) }
    }

    private static func segments(_ path: String) -> [String] {
        var segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { String($0) }
        if segments.last == "" { segments.removeLast() }
        return segments
    }

    private static func insert(_ end: End, _ rest: ArraySlice<String>, into node: inout Node) {
        guard let segment = rest.first else {
            node.end = end
            return
        }
        if segment == "*" {
            node.rest = end
        } else if segment.hasPrefix("{") {
            if node.parameter.isEmpty { node.parameter = [Node()] }
            insert(end, rest.dropFirst(), into: &node.parameter[0])
        } else {
            insert(end, rest.dropFirst(), into: &node.literals[segment, default: Node()])
        }
    }
}
