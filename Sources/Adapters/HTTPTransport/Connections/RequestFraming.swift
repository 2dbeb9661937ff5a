import NIOHTTP1

/// Heads that a proxy in front of us could understand otherwise than we do (RFC 9112, 3.2 and 6.1).
///
/// The decoder itself refuses `Content-Length` twice or beside `Transfer-Encoding`.
enum RequestFraming {
    /// Whether an HTTP/1.1 head names its host exactly once, the target names no other one, and every transfer coding is
    /// plain `chunked`.
    static func isSafe(_ head: HTTPRequestHead) -> Bool {
        var hosts: [String] = []
        var codings = 0
        for (name, value) in head.headers {
            // Lengths first: they spare nearly all fields the comparison of letters.
            if name.utf8.count == 4, name.lowercased() == "host" { hosts.append(value) }
            if name.utf8.count == 17, name.lowercased() == "transfer-encoding" {
                codings += 1
                guard value.lowercased() == "chunked" else { return false }
            }
        }
        guard targetAgrees(head, with: hosts.first) else { return false }
        guard head.version.minor >= 1 else { return hosts.count <= 1 && codings == 0 }
        return hosts.count == 1 && codings <= 1
    }

    /// Whether the connection ends behind the request (RFC 9112, 9.3): its client says so, speaks HTTP/1.0, or wants
    /// another protocol, of which there is none here and for which the decoder takes what follows.
    static func isLast(_ head: HTTPRequestHead) -> Bool {
        guard head.version.minor >= 1 else { return true }
        return head.headers.contains { name, value in
            switch name.utf8.count {
            case 7: name.lowercased() == "upgrade"
            case 10: name.lowercased() == "connection" && saysClose(value)
            default: false
            }
        }
    }

    /// Whether `close` is among the options of a `Connection`.
    private static func saysClose(_ options: String) -> Bool {
        options.utf8.split(separator: UInt8(ascii: ",")).contains { option in
            let name = option.drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0 != 0x20 && $0 != 0x09 }
            return name.count == 5 && Substring(name).lowercased() == "close"
        }
    }

    /// Whether the target is a path, the server itself, or an address on the host that `Host` names.
    ///
    /// Servers have to believe the target and not the field (RFC 9112, 3.2.2), and not every one does.
    private static func targetAgrees(_ head: HTTPRequestHead, with host: String?) -> Bool {
        if head.method == .CONNECT { return false }
        if head.uri.utf8.first == UInt8(ascii: "/") { return true }
        if head.uri == "*" { return head.method == .OPTIONS }
        let target = head.uri.lowercased()
        guard let scheme = ["http://", "https://"].first(where: target.hasPrefix) else { return false }
        return target.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" } == host?.lowercased() ?? ""
    }
}
