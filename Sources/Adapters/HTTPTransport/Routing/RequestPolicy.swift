import HTTPTypes

/// Which hosts and origins are served, and whom the server believes where requests come from.
public struct RequestPolicy: Equatable, Sendable {
    /// Host names that are answered: exact, `.example.org` for a domain with all below it, `*` for any.
    public var allowedHosts: [String]
    /// Origins of pages that may use the API from a browser, such as `http://localhost:3000`.
    public var allowedOrigins: Set<String>
    public var trustedProxies = TrustedProxies()

    public init(allowedHosts: [String], allowedOrigins: Set<String>) {
        self.allowedHosts = allowedHosts.map { $0.lowercased() }
        self.allowedOrigins = allowedOrigins
    }

    /// Whether a `Host` header names one of the allowed hosts; its port does not matter.
    func allows(host header: String?) -> Bool {
        guard !allowedHosts.contains("*") else { return true }
        guard let host = header.flatMap(RequestPolicy.hostName)?.lowercased(), !host.isEmpty else { return false }
        return allowedHosts.contains { allowed in
            allowed.hasPrefix(".") ? host == allowed.dropFirst() || host.hasSuffix(allowed) : host == allowed
        }
    }

    /// Adds the headers that let a page of an allowed origin read an answer.
    func addCORSHeaders(to headers: inout HTTPFields, origin: String?) {
        for field in origin == nil ? RequestPolicy.fieldsWithoutOrigin : corsHeaders(origin: origin) {
            if let present = headers[field.name] {
                let isOneMore = field.name == .vary && present != field.value
                headers[field.name] = isOneMore ? "\(present), \(field.value)" : field.value
            } else {
                headers.append(field)
            }
        }
    }

    /// What an answer depends on, whoever asks.
    static let variesByOrigin = HTTPField(name: .vary, value: "origin")
    private static let fieldsWithoutOrigin = HTTPFields([variesByOrigin])

    /// The headers that let a page of an allowed origin read an answer.
    func corsHeaders(origin: String?) -> HTTPFields {
        var headers = RequestPolicy.fieldsWithoutOrigin
        guard let origin, allowedOrigins.contains(origin) else { return headers }
        headers[.accessControlAllowOrigin] = origin
        headers[.accessControlExposeHeaders] = "ETag, Link, Retry-After, X-Request-ID"
        return headers
    }

    /// The answer to a browser that asks before it sends (Fetch, "CORS-preflight request").
    func preflightHeaders(origin: String?) -> HTTPFields {
        var headers = corsHeaders(origin: origin)
        guard headers[.accessControlAllowOrigin] != nil else { return headers }
        headers[.accessControlAllowMethods] = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"
        headers[.accessControlAllowHeaders] =
            "accept, authorization, content-type, idempotency-key, if-match, if-none-match, x-request-id"
        headers[.accessControlMaxAge] = "86400"
        return headers
    }

    /// The host in `host:port`; `nil` when what stands behind it is no port (RFC 3986, 3.2).
    private static func hostName(_ header: String) -> String? {
        let bytes = header.utf8
        let end: String.Index
        if bytes.first == UInt8(ascii: "["), let bracket = bytes.firstIndex(of: UInt8(ascii: "]")) {
            end = bytes.index(after: bracket)
        } else {
            end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
        }
        let port = bytes[end...].dropFirst()
        guard end == bytes.endIndex || bytes[end] == UInt8(ascii: ":"),
            port.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            port.isEmpty || UInt16(Substring(port)) != nil
        else { return nil }
        return String(header[..<end])
    }
}
