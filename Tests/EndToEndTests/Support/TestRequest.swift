/// A request as it goes over the wire; nothing is escaped or corrected.
struct TestRequest: Sendable {
    var method: String
    var target: String
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []
    /// Overrides the `Host` header; empty sends none.
    var host: String?

    init(_ method: String, _ target: String, token: String? = nil) {
        self.method = method
        self.target = target
        if let token { headers.append(("Authorization", "Bearer \(token)")) }
    }

    init(_ method: String, _ target: String, _ json: JSON, token: String? = nil) {
        self.init(method, target, token: token)
        headers.append(("Content-Type", "application/json"))
        body = json.bytes
    }

    func with(_ name: String, _ value: String) -> TestRequest {
        var copy = self
        copy.headers.append((name, value))
        return copy
    }

    /// Head and body.
    func bytes(port: Int) -> [UInt8] {
        var head = "\(method) \(target) HTTP/1.1\r\n"
        let host = host ?? "127.0.0.1:\(port)"
        if !host.isEmpty { head += "Host: \(host)\r\n" }
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        let isFramed = headers.contains { ["content-length", "transfer-encoding"].contains($0.name.lowercased()) }
        if !isFramed, !body.isEmpty || ["POST", "PUT", "PATCH"].contains(method) {
            head += "Content-Length: \(body.count)\r\n"
        }
        return Array((head + "\r\n").utf8) + body
    }
}
