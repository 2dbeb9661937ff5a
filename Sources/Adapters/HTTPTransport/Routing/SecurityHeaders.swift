import HTTPTypes

/// The header fields by which every answer tells browsers and caches what they may not do with it.
enum SecurityHeaders {
    /// A page that needs more than nothing says so in a `Content-Security-Policy` of its own.
    static let all: [HTTPField] = [
        // Personal data is kept nowhere but here (RFC 9111, 5.2.2.5).
        HTTPField(name: .cacheControl, value: "no-store"),
        HTTPField(
            name: .contentSecurityPolicy,
            value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
        HTTPField(name: .crossOriginResourcePolicy, value: "same-origin"),
        HTTPField(name: .referrerPolicy, value: "no-referrer"),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .xFrameOptions, value: "DENY"),
    ]

    /// For a year browsers come over TLS only, here and to hosts below this one (RFC 6797); said over TLS alone.
    static let onlyTLS = HTTPField(name: .strictTransportSecurity, value: "max-age=31536000; includeSubDomains")

    /// Adds what an answer does not say itself.
    static func add(to headers: inout HTTPFields, overTLS: Bool) {
        // Not by the subscript: that makes an index first, for a few fields.
        let own = Array(headers)
        for field in all where !own.contains(where: { $0.name == field.name }) { headers.append(field) }
        if overTLS { headers.append(onlyTLS) }
    }
}

extension HTTPField.Name {
    fileprivate static let referrerPolicy = token("Referrer-Policy")
    fileprivate static let xFrameOptions = token("X-Frame-Options")
    static let requestID = token("X-Request-ID")

    private static func token(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("This is a token (RFC 9110, 5.1).") }
        return name
    }
}
