import Domain
import HTTPTypes

/// One path, its aliases, who may ask, and what it does for each method.
package struct Route: Sendable {
    /// Whose credentials are looked at before the method is.
    package enum Access: Sendable {
        /// Nobody's: an `Authorization` header is ignored.
        case ignoringCredentials
        /// Anybody may ask, but credentials that are sent have to be good.
        case open
        /// Only those who are signed in.
        case signedIn
    }

    /// What the path answers with; decides which `Accept` headers can be satisfied.
    package enum Kind: Sendable {
        case json
        case page
    }

    /// The path and its aliases, each with a slash at its end; `{id}` stands for one segment, `*` at the end for any.
    let paths: [String]
    let access: Access
    let kind: Kind
    /// What it does and how that is described, in the order in which it is shown; none for pages.
    let methods: [DocumentedMethod]
    let handlers: [HTTPRequest.Method: Handler]
    /// What need not wait until it is known who asks.
    let readers: [HTTPRequest.Method: Reader]
    /// How it talks.
    private(set) var dialect = Dialect.usual
    /// What it is called where requests are counted.
    private(set) var label: String

    init(paths: [String], access: Access, kind: Kind, methods: [DocumentedMethod]) {
        self.paths = paths
        self.access = access
        self.kind = kind
        self.methods = methods
        label = paths.first ?? ""
        handlers = Dictionary(methods.map { ($0.method, $0.handler) }) { first, _ in first }
        readers = Dictionary(methods.compactMap { method in method.reader.map { (method.method, $0) } }) { first, _ in
            first
        }
    }

    /// Paths for people, of which the API's documents say nothing.
    init(pages paths: [String], _ handlers: [HTTPRequest.Method: Handler]) {
        self.paths = paths
        self.handlers = handlers
        label = paths.first ?? ""
        readers = [:]
        access = .ignoringCredentials
        kind = .page
        methods = []
    }

    /// Whether a segment of the path is a record's number.
    var takesNumber: Bool { paths.contains { $0.contains("{") } }

    /// Whether a body means something to a method that usually has none.
    func takesBody(_ method: HTTPRequest.Method) -> Bool {
        methods.contains { $0.method == method && $0.operation.body != nil }
    }

    /// The methods served, as the `Allow` header lists them.
    var allow: String {
        var names = handlers.keys.map(\.rawValue)
        if handlers[.get] != nil { names.append("HEAD") }
        return (names + ["OPTIONS"]).sorted().joined(separator: ", ")
    }
}

extension Route {
    /// A path for those who are signed in.
    package static func signedIn(_ path: String, aliases: [String] = [], _ methods: [DocumentedMethod]) -> Route {
        Route(paths: [path] + aliases, access: .signedIn, kind: .json, methods: methods)
    }

    /// A path that anybody may ask.
    package static func open(
        _ path: String, aliases: [String] = [], access: Access = .ignoringCredentials, kind: Kind = .json,
        _ methods: [DocumentedMethod]
    ) -> Route {
        Route(paths: [path] + aliases, access: access, kind: kind, methods: methods)
    }

    /// The same route, counted together with others of this label.
    package func counted(as label: String) -> Route {
        var route = self
        route.label = label
        return route
    }

    /// The same route, talking otherwise.
    package func speaking(_ dialect: Dialect) -> Route {
        var route = self
        route.dialect = dialect
        return route
    }
}
