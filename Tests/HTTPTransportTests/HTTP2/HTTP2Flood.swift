import Testing

/// What a client sends after its greeting to cost a server more than itself.
struct HTTP2Flood: Sendable, CustomTestStringConvertible {
    typealias Bytes = HTTP2Bytes

    let testDescription: String
    let bytes: [UInt8]

    private init(_ description: String, _ bytes: [UInt8]) {
        testDescription = description
        self.bytes = bytes
    }

    private init(_ description: String, after first: [UInt8] = [], _ frame: (_ stream: Int) -> [UInt8]) {
        var bytes = first
        for number in 0..<2_000 { bytes += frame(number * 2 + 1) }
        self.init(description, bytes)
    }

    static let all: [HTTP2Flood] = [
        HTTP2Flood("requests that are taken back at once (CVE-2023-44487)") { stream in
            Bytes.request(stream) + Bytes.frame(.reset, stream: stream, [0, 0, 0, 8])
        },
        HTTP2Flood("settings (CVE-2019-9515)") { _ in Bytes.frame(.settings) },
        HTTP2Flood("pings (CVE-2019-9512)") { _ in Bytes.frame(.ping, [UInt8](repeating: 0, count: 8)) },
        HTTP2Flood("a head in very many pieces (CVE-2024-27316)", after: Bytes.request(1, flags: 0)) { _ in
            Bytes.frame(.continuation, stream: 1, Bytes.block([("a", "b")]))
        },
        HTTP2Flood("empty pieces of a body (CVE-2019-9518)", after: post) { _ in Bytes.frame(.data, stream: 1) },
        HTTP2Flood("a head without end", after: Bytes.request(1, long, flags: 0)) { _ in
            Bytes.frame(.continuation, stream: 1, Bytes.block(long.suffix(1)))
        },
        HTTP2Flood("more requests at once than were agreed on") { Bytes.request($0, flags: Bytes.endHeaders) },
        HTTP2Flood("window updates of nothing") { _ in Bytes.frame(.windowUpdate, [0, 0, 0, 0]) },
        HTTP2Flood("priorities (CVE-2019-9513)") { Bytes.frame(.priority, stream: $0, [0, 0, 0, 0, 16]) },
        HTTP2Flood("a second greeting", Bytes.hello),
        HTTP2Flood("a frame of 16 MiB", [0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 1]),
    ]

    private static let post = Bytes.request(1, Bytes.head("POST", "/api/auth/login/"), flags: Bytes.endHeaders)
    private static let long = Bytes.head("GET", "/", [("x", String(repeating: "a", count: 15_000))])
}
