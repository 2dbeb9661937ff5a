import HTTPTypes
import Testing

@testable import AdminPages
@testable import HTTPTransport

/// Asks for pages, keeps cookies, and sends forms with what is hidden in them.
struct Browser {
    let server: PageServer
    /// By their names.
    private(set) var cookies: [String: String] = [:]
    private(set) var page: Received?
    var headers: HTTPFields = [:]

    init(_ server: PageServer) { self.server = server }

    /// The page that is shown.
    var html: String { page?.body ?? "" }

    @discardableResult
    mutating func get(_ path: String) async throws -> Received { try await send(.get, path, "") }

    /// Sends the form of the page that is shown: these texts, over what is hidden in it.
    @discardableResult
    mutating func submit(_ path: String, _ texts: [String: String]) async throws -> Received {
        var form = hidden
        for (name, text) in texts { form[name] = text }
        return try await post(path, form)
    }

    /// Sends a form of exactly these.
    @discardableResult
    mutating func post(_ path: String, _ form: [String: String]) async throws -> Received {
        try await post(path, form.map { FormPair($0.key, $0.value) })
    }

    /// Sends a form of exactly these, several of one name among them.
    @discardableResult
    mutating func post(_ path: String, _ form: [FormPair]) async throws -> Received {
        try await send(.post, path, Address.encoded(form))
    }

    /// Goes where an answer leads.
    mutating func follow() async throws {
        let location = try #require(page?.headers[.location])
        try await get(location)
    }

    mutating func signIn(as name: String, next: String = "/admin/") async throws {
        try await get("/admin/login/?next=\(next)")
        try await submit("/admin/login/", ["username": name, "password": PageServer.password])
    }

    /// What is hidden in the page's own forms, not in those around it; of these there is the token alone.
    var hidden: [String: String] {
        let page = html.firstMatch(of: /(?s)<main.*<\/main>/).map { String($0.0) } ?? html
        var fields = Browser.hidden(in: html).filter { $0.key == "csrf" }
        fields.merge(Browser.hidden(in: page)) { $1 }
        return fields
    }

    private static func hidden(in html: String) -> [String: String] {
        var fields: [String: String] = [:]
        for match in html.matches(of: /<input type="hidden" name="([a-z_]+)" value="([^"]*)">/) {
            fields[String(match.1)] = String(match.2).replacing("&amp;", with: "&")
        }
        return fields
    }

    private mutating func send(_ method: HTTPRequest.Method, _ path: String, _ body: String) async throws -> Received {
        var fields = headers
        if !cookies.isEmpty {
            fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        }
        if method == .post { fields[.contentType] = "application/x-www-form-urlencoded" }
        let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields)
        let answer = try await server.send(head, body)
        for cookie in answer.headers[values: .setCookie] { keep(cookie) }
        page = answer
        return answer
    }

    private mutating func keep(_ header: String) {
        let pair = header.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { return }
        cookies[String(pair[0])] = header.contains("Max-Age=0") ? nil : String(pair[1])
    }
}
