import NIOHTTP1

/// Heads that a proxy in front of us could understand otherwise than we do (RFC 9112, 3.2 and 6.1).
///
/// The decoder itself refuses `Content-Length` twice or beside `Transfer-Encoding`.
enum RequestFraming {
    /// Whether an HTTP/1.1 head names its host exactly once, and every transfer coding is plain `chunked`.
    static func isSafe(_ head: HTTPRequestHead) -> Bool {
        var hosts = 0
        var codings = 0
        for (name, value) in head.headers {
            // Lengths first: they spare nearly all fields the comparison of letters.
            if name.utf8.count == 4, name.lowercased() == "host" { hosts += 1 }
            if name.utf8.count == 17, name.lowercased() == "transfer-encoding" {
                codings += 1
                guard value.lowercased() == "chunked" else { return false }
            }
        }
        guard head.version.minor >= 1 else { return hosts <= 1 && codings == 0 }
        return hosts == 1 && codings <= 1
    }
}
