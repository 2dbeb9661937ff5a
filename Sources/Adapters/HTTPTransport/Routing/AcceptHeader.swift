/// What a client is ready to receive (RFC 9110, 12.5.1).
enum AcceptHeader {
    /// Whether JSON is among it. No header, or an empty one, means anything; of several ranges that hold JSON the most
    /// specific decides.
    static func allowsJSON(_ header: String?) -> Bool {
        guard let header, header.contains(where: { !$0.isWhitespace }) else { return true }
        var best = -1
        var isAllowed = false
        for range in header.split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let type = parts.first, let rank = ranges.firstIndex(of: type), rank >= best else { continue }
            let isRuledOut = parts.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
            isAllowed = !isRuledOut || (rank == best && isAllowed)
            best = rank
        }
        return isAllowed
    }

    /// The ranges that hold JSON, from the widest on.
    private static let ranges = ["*/*", "application/*", "application/json"]
}
