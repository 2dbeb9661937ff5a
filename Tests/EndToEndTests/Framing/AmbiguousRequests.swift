/// Requests of which a proxy and a server could think differently where they end, or to whom they go.
enum AmbiguousRequests {
    struct Case: Sendable {
        let name: String
        let bytes: [UInt8]

        init(_ name: String, _ text: String) {
            self.name = name
            bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        }
    }

    private static let host = "Host: localhost\r\n"
    private static let post = "POST /api/auth/login/ HTTP/1.1\r\n\(host)Content-Type: application/json\r\n"
    private static let get = "GET /healthz HTTP/1.1\r\n\(host)"
    private static let chunked = "Transfer-Encoding: chunked\r\n"

    static let all: [Case] = lengths + codings + lines + targets + hosts + versions + chunks

    private static let lengths: [Case] =
        [
            Case("both", "\(post)Content-Length: 5\r\n\(chunked)\r\n0\r\n\r\n"),
            Case("both, turned around", "\(post)\(chunked)Content-Length: 5\r\n\r\n0\r\n\r\n"),
            Case("two lengths", "\(post)Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
            Case("one length twice", "\(post)Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello"),
        ]
        + [
            "5,5", "5, 6", "+5", "-5", "0x5", "5 5", "5;", "1e1", "5_0", "5.0", "", " ", "5\u{0B}", "5\u{0}",
            "\u{D9}\u{A5}",
            "99999999999999999999", "18446744073709551621",
        ].map { Case("length \($0.debugDescription)", "\(post)Content-Length: \($0)\r\n\r\nhello") }

    private static let codings: [Case] =
        [
            "xchunked", "chunked, identity", "identity", "gzip", "gzip, chunked", "chunked, gzip", "chunked;q=1",
            "chunked,",
            ",chunked", "chunked, chunked", "\"chunked\"", "chunk", "", "chunked ", "\u{0B}chunked", "\u{0C}chunked",
            "chunked\u{0}", "chun\u{0}ked", "chunked\u{A0}", "chunke\u{212A}d",
        ].map { Case("coding \($0.debugDescription)", "\(post)Transfer-Encoding:\($0)\r\n\r\n0\r\n\r\n") }
        + [
            "Transfer-Encoding ", "Transfer-Encoding\t", " Transfer-Encoding", "\u{0B}Transfer-Encoding",
            "Transfer-Encoding\u{0}", "Transfer\u{0}-Encoding", "Transfer-Encoding\r", "Content-Length ",
            "\tContent-Length",
        ].map { Case("field \($0.debugDescription)", "\(post)\($0): chunked\r\n\r\n0\r\n\r\n") }
        + [
            Case("coding twice", "\(post)\(chunked)\(chunked)\r\n0\r\n\r\n"),
            Case("coding in HTTP/1.0", "POST /healthz HTTP/1.0\r\n\(host)\(chunked)\r\n0\r\n\r\n"),
            Case("coding in a folded line", "\(post)Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n"),
        ]

    private static let lines: [Case] = [
        Case("lines end with LF", "GET /healthz HTTP/1.1\nHost: localhost\n\n"),
        Case("a line ends with LF", "GET /healthz HTTP/1.1\r\nHost: localhost\n\r\n"),
        Case("the head ends with LF", "\(get)\n"), Case("a line ends with CR", "\(get)X: a\rY: b\r\n\r\n"),
        Case("CR CR LF", "GET /healthz HTTP/1.1\r\nHost: localhost\r\r\n\r\n"),
        Case("CR CR LF at the end", "\(get)\r\r\n"),
        Case("folded line", "\(get)X: a\r\n b\r\n\r\n"), Case("folded by a tab", "\(get)X: a\r\n\tb\r\n\r\n"),
        Case("folded first line", "GET /healthz HTTP/1.1\r\n Host: localhost\r\n\(host)\r\n"),
        Case("folded host", "GET /healthz HTTP/1.1\r\nHost:\r\n localhost\r\n\r\n"),
        Case("NUL in a value", "\(get)X: a\u{0}b\r\n\r\n"), Case("NUL in a name", "\(get)X\u{0}: a\r\n\r\n"),
        Case("control character", "\(get)X: a\u{1}b\r\n\r\n"), Case("DEL", "\(get)X: a\u{7F}b\r\n\r\n"),
        Case("space before the colon", "\(get)X : a\r\n\r\n"), Case("no colon", "\(get)X\r\n\r\n"),
        Case("no name", "\(get): a\r\n\r\n"), Case("space in a name", "\(get)X Y: a\r\n\r\n"),
        Case("bracket in a name", "\(get)X(: a\r\n\r\n"),
        Case("letter beyond ASCII in a name", "\(get)X\u{E9}: a\r\n\r\n"),
    ]

    private static let targets: [Case] =
        [
            "http://evil.example/healthz", "http://localhost:81/healthz", "http://evil@localhost/healthz",
            "http:///healthz",
            "https://evil.example/healthz", "ftp://localhost/healthz", "localhost", "healthz", "*", "?a", "",
        ].map { Case("target \($0)", "GET \($0) HTTP/1.1\r\n\(host)\r\n") } + [
            Case("other host in the field", "GET http://localhost/healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n"),
            Case("tunnel", "CONNECT localhost:5432 HTTP/1.1\r\n\(host)\r\n"),
            Case("tunnel to a path", "CONNECT /healthz HTTP/1.1\r\n\(host)\r\n"),
            Case("NUL in the target", "GET /heal\u{0}thz HTTP/1.1\r\n\(host)\r\n"),
            Case("byte beyond ASCII in the target", "GET /h\u{FF} HTTP/1.1\r\n\(host)\r\n"),
            Case("tabs for spaces", "GET\t/healthz\tHTTP/1.1\r\n\(host)\r\n"),
            Case("space at the end", "GET /healthz HTTP/1.1 \r\n\(host)\r\n"),
            Case("space at the beginning", " GET /healthz HTTP/1.1\r\n\(host)\r\n"),
            Case("unknown method", "FOO /healthz HTTP/1.1\r\n\(host)\r\n"),
            Case("method in lower case", "get /healthz HTTP/1.1\r\n\(host)\r\n"),
        ]

    private static let hosts = [
        Case("no host", "GET /healthz HTTP/1.1\r\n\r\n"), Case("host twice", "\(get)\(host)\r\n"),
        Case("two hosts", "\(get)Host: evil.example\r\n\r\n"),
    ]

    private static let versions: [Case] =
        [
            "HTTP/0.9", "HTTP/1.2", "HTTP/1.10", "HTTP/2.0", "HTTP/3.0", "http/1.1", "HTTP/1", "HTTP/1.1.1", "ICE/1.0",
            "",
        ].map {
            Case("version \($0)", "GET /healthz \($0)\r\n\(host)\r\n")
        } + [
            Case("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
            Case("TLS", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}"),
        ]

    private static let chunks: [Case] = [
        "-1\r\n", "zz\r\n", "0x5\r\nhello\r\n0\r\n\r\n", "+5\r\nhello\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\n",
        "5 \r\nhello\r\n0\r\n\r\n", " 5\r\nhello\r\n0\r\n\r\n", "1_0\r\nhello\r\n0\r\n\r\n",
        "5;a\nb\r\nhello\r\n0\r\n\r\n",
        "5;a\rb\r\nhello\r\n0\r\n\r\n", "5\nhello\r\n0\r\n\r\n", "5\rhello\r\n0\r\n\r\n", "5\r\nhello\n0\r\n\r\n",
        "5\r\nhello0\r\n\r\n", "5\r\nhelloXX0\r\n\r\n", "\r\nhello\r\n0\r\n\r\n", "0\n\n", "0\r\nX: a\n\r\n",
        "0\r\nTransfer-Encoding: chunked\r\n\r\n", "0\r\nContent-Length: 50\r\n\r\n", "0\r\nX: a\r\n b\r\n\r\n",
        "5;a=\"\r\n\"\r\nhello\r\n0\r\n\r\n", "\u{D9}\u{A5}\r\nhello\r\n0\r\n\r\n",
    ].map { Case("chunk \($0.debugDescription)", "\(post)\(chunked)\r\n\($0)") }
}
