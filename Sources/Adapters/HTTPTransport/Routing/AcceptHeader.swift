/// What a client is ready to receive (RFC 9110, 12.5.1).
enum AcceptHeader {
    /// Whether JSON is among it. No header, or an empty one, means anything; of several ranges that hold JSON the most
    /// specific decides.
    static func allowsJSON(_ header: String?) -> Bool {
        // What nearly all clients send.
        if header == "application/json" || header == "*/*" { return true }
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

    /// The type that the header likes best; of equals the first that is offered. `nil` when it allows none of them.
    static func preferred(of offered: [String], _ header: String?) -> String? {
        guard let header, header.contains(where: { !$0.isWhitespace }) else { return offered.first }
        let ranges = header.split(separator: ",").map { MediaRange($0) }
        var best: (type: String, quality: Double)?
        for type in offered {
            let quality = quality(of: type, ranges)
            if quality > best?.quality ?? 0 { best = (type, quality) }
        }
        return best?.type
    }

    /// That of the most specific range that holds the type; 0 when none does.
    private static func quality(of type: String, _ ranges: [MediaRange]) -> Double {
        let any = type.prefix { $0 != "/" } + "/*"
        for name in [type, String(any), "*/*"] {
            if let range = ranges.first(where: { $0.type == name }) { return range.quality }
        }
        return 0
    }

    private struct MediaRange {
        let type: String
        let quality: Double

        init(_ text: Substring) {
            let parts = text.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            type = parts.first ?? ""
            let sent = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            quality = sent ?? 1
        }
    }

    /// The ranges that hold JSON, from the widest on.
    private static let ranges = ["*/*", "application/*", "application/json"]
}
