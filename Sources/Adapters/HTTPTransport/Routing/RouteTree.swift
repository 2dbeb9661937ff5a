/// Finds the route of a path, segment by segment.
struct RouteTree: Sendable {
    /// The end of a path. A class, so that a request shares it instead of copying a whole route.
    fileprivate final class End: Sendable {
        let route: Route
        let template: String
        let counters: RouteCounters

        init(_ route: Route, _ template: String, _ counters: RouteCounters) {
            self.route = route
            self.template = template
            self.counters = counters
        }
    }

    /// A route that was found.
    struct Match: Sendable {
        fileprivate let end: End
        /// The segment in the place of `{id}`, as sent.
        let parameter: String?

        var route: Route { end.route }
        /// The route's path as it was declared, for the log.
        var template: String { end.template }
        /// What counts its answers.
        var counters: RouteCounters { end.counters }
    }

    private struct Node: Sendable {
        /// Numbers of nodes.
        var literals: [String: Int] = [:]
        var parameter: Int?
        var end: End?
        /// What serves whatever is asked for below and has no route of its own.
        var rest: End?
    }

    /// The first is the root.
    private var nodes = [Node()]

    /// - Parameter metrics: where the answers are counted.
    init(_ routes: [Route], countedBy metrics: ServerMetrics? = nil) {
        for route in routes {
            let counters = metrics?.counters(of: route) ?? RouteCounters(route)
            for path in route.paths { insert(End(route, path, counters)) }
        }
    }

    /// - Parameter path: without its query; one slash at its end makes no difference.
    func match(_ path: String) -> Match? {
        var node = 0
        var (parameter, rest): (String?, End?) = (nil, nil)
        var segments = PathSegments(path)
        while let segment = segments.next() {
            rest = nodes[node].rest ?? rest
            if let next = nodes[node].literals[segment] {
                node = next
            } else if let next = nodes[node].parameter, !segment.isEmpty {
                node = next
                parameter = segment
            } else {
                return RouteTree.match(rest)
            }
        }
        guard let end = nodes[node].end, end.route.dialect.takes(parameter) else {
            return RouteTree.match(nodes[node].rest ?? rest)
        }
        return Match(end: end, parameter: parameter)
    }

    private static func match(_ rest: End?) -> Match? {
        rest.map { Match(end: $0, parameter: nil) }
    }

    private mutating func insert(_ end: End) {
        var node = 0
        var segments = PathSegments(end.template)
        while let segment = segments.next() {
            if segment == "*" {
                nodes[node].rest = end
                return
            }
            if segment.hasPrefix("{") {
                node = child(of: node, at: \.parameter)
            } else {
                node = child(of: node, at: \.literals[segment])
            }
        }
        nodes[node].end = end
    }

    private mutating func child(of node: Int, at place: WritableKeyPath<Node, Int?>) -> Int {
        if let child = nodes[node][keyPath: place] { return child }
        nodes.append(Node())
        nodes[node][keyPath: place] = nodes.count - 1
        return nodes.count - 1
    }
}

/// What stands between the slashes of a path, one after the other; a slash at its end begins nothing.
private struct PathSegments {
    private var rest: Substring.UTF8View?

    init(_ path: String) {
        let slash = path.utf8.firstIndex(of: UInt8(ascii: "/"))
        rest = slash.map { path.utf8[path.utf8.index(after: $0)...] }
    }

    mutating func next() -> String? {
        guard let here = rest else { return nil }
        let end = here.firstIndex(of: UInt8(ascii: "/"))
        rest = end.map { here[here.index(after: $0)...] }
        if end == nil, here.isEmpty { return nil }
        return String(Substring(here[..<(end ?? here.endIndex)]))
    }
}
