/// Finds the route of a path, segment by segment.
struct RouteTree: Sendable {
    private typealias End = (route: Route, template: String)

    /// A route that was found.
    struct Match: Sendable {
        let route: Route
        /// The route's path as it was declared, for the log.
        let template: String
        /// The segment in the place of `{id}`, as sent.
        let parameter: String?
    }

    private struct Node: Sendable {
        var literals: [String: Node] = [:]
        var parameter: [Node] = []
        var end: End?
        /// What serves whatever is asked for below and has no route of its own.
        var rest: End?
    }

    private var root = Node()

    init(_ routes: [Route]) {
        for route in routes {
            for path in route.paths {
                RouteTree.insert(route, path, RouteTree.segments(path)[...], into: &root)
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
        return Match(route: end.route, template: end.template, parameter: parameter)
    }

    private static func match(_ rest: End?) -> Match? {
        rest.map { Match(route: $0.route, template: $0.template, parameter: nil) }
    }

    private static func segments(_ path: String) -> [String] {
        var segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { String($0) }
        if segments.last == "" { segments.removeLast() }
        return segments
    }

    private static func insert(_ route: Route, _ template: String, _ rest: ArraySlice<String>, into node: inout Node) {
        guard let segment = rest.first else {
            node.end = (route, template)
            return
        }
        if segment == "*" {
            node.rest = (route, template)
        } else if segment.hasPrefix("{") {
            if node.parameter.isEmpty { node.parameter = [Node()] }
            insert(route, template, rest.dropFirst(), into: &node.parameter[0])
        } else {
            insert(route, template, rest.dropFirst(), into: &node.literals[segment, default: Node()])
        }
    }
}
