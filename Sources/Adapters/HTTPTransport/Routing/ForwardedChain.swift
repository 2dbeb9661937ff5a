import Domain
import HTTPTypes

/// The nodes through which a request is said to have come, the nearest one last.
enum ForwardedChain {
    /// `X-Forwarded-For: client, proxy`; `nil` without the header.
    static func commonHeader(_ headers: HTTPFields) -> [String]? {
        let lines = headers[values: .xForwardedFor]
        guard !lines.isEmpty else { return nil }
        return lines.flatMap { elements(of: $0) }
    }

    /// `Forwarded: for=client;proto=https, for=proxy` (RFC 7239, 4); `nil` without the header.
    static func standardHeader(_ headers: HTTPFields) -> [String]? {
        let lines = headers[values: .forwarded]
        guard !lines.isEmpty else { return nil }
        return lines.flatMap { elements(of: $0) }.map { ParameterizedHeader(";" + $0).parameters["for"] ?? "" }
    }

    /// By which scheme the nearest node was asked, as it says; `nil` when it does not.
    static func lastScheme(_ headers: HTTPFields) -> String? {
        if let common = headers[values: .xForwardedProto].flatMap({ elements(of: $0) }).last { return common }
        return headers[values: .forwarded].flatMap { elements(of: $0) }.last
            .flatMap { ParameterizedHeader(";" + $0).parameters["proto"] }
    }

    /// Whether anything says that a request was passed on by somebody.
    static func isForwarded(_ headers: HTTPFields) -> Bool {
        headers.contains { field in HTTPField.Name.ofForwarding.contains(field.name) }
    }

    /// The address of a node, which may have a port behind it, and version 6 brackets around it.
    ///
    /// - Returns: `nil` for `unknown`, hidden names and whatever else is no address.
    static func address(of node: String) -> ClientAddress? {
        if let address = ClientAddress(node) { return address }
        if node.hasPrefix("[") {
            guard let end = node.firstIndex(of: "]"), isPort(node[node.index(after: end)...]) else { return nil }
            return ClientAddress(String(node[..<end].dropFirst()))
        }
        guard let colon = node.firstIndex(of: ":"), isPort(node[colon...]) else { return nil }
        return ClientAddress(String(node[..<colon]))
    }

    /// Nothing, or a colon and up to five digits.
    private static func isPort(_ text: Substring) -> Bool {
        guard let colon = text.first else { return true }
        let digits = text.dropFirst().utf8
        return colon == ":" && (1...5).contains(digits.count) && digits.allSatisfy(\.isDigit)
    }

    /// What stands between commas, but for those in quotes.
    private static func elements(of line: String) -> [String] {
        var isQuoted = false
        let parts = line.split(omittingEmptySubsequences: false) { character in
            if character == "\"" { isQuoted.toggle() }
            return character == "," && !isQuoted
        }
        return parts.map { String($0).trimmed }
    }
}

extension HTTPField.Name {
    fileprivate static let xForwardedFor = name("X-Forwarded-For")
    fileprivate static let xForwardedProto = name("X-Forwarded-Proto")
    fileprivate static let forwarded = name("Forwarded")

    fileprivate static let ofForwarding: Set = [
        xForwardedFor, xForwardedProto, forwarded, name("X-Forwarded-Host"), name("X-Real-IP"), name("Via"),
    ]

    private static func name(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("This is a token (RFC 9110, 5.1).") }
        return name
    }
}
