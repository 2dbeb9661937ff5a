/// What a client is ready to receive (RFC 9110, 12.5.1).
enum AcceptHeader {
    /// Whether JSON is among it. No header, or an empty one, means anything.
    static func allowsJSON(_ header: String?) -> Bool {
        guard let header, header.contains(where: { !$0.isWhitespace }) else { return true }
        return header.split(separator: ",").contains { range in
            let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let type = parts.first, ["*/*", "application/*", "application/json"].contains(type) else {
                return false
            }
            return !parts.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
        }
    }
}
