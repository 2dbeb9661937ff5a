package import Domain

/// The name of a record's version: a strong entity tag (RFC 9110, 8.8.3).
///
/// A record's answer depends on nothing but its row, and each change of a row has a time of its own, so the time is
/// the name.
package struct EntityTag: Equatable, Sendable {
    let version: Instant
    /// Tells answers apart that differ though the record does not, such as an age; empty for most.
    let variant: String

    package init(version: Instant, variant: String = "") {
        self.version = version
        self.variant = variant
    }

    /// As it stands in a header, with its quotation marks.
    var text: String {
        let time = String(version.microseconds, radix: 36)
        return variant.isEmpty ? "\"" + time + "\"" : "\"\(time).\(variant)\""
    }

    /// The version that an opaque tag names; `nil` for a tag that is none of ours, to the letter.
    static func version(ofOpaque opaque: Substring) -> Instant? {
        let parts = opaque.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let time = parts.first, let number = Int64(time, radix: 36), String(number, radix: 36) == time,
            parts.count == 1 || Int64(parts[1]).map({ String($0) == parts[1] }) == true
        else { return nil }
        return Instant(microseconds: number)
    }
}

/// What `If-Match` or `If-None-Match` lists (RFC 9110, 13.1).
enum EntityTagList: Equatable, Sendable {
    /// `*`
    case any
    case tags([Element])

    struct Element: Equatable, Sendable {
        let isWeak: Bool
        /// Without its quotation marks.
        let opaque: String
    }

    /// `nil` when the header is malformed.
    init?(_ header: String) {
        // Empty members of a list are skipped (RFC 9110, 5.6.1).
        var rest = Substring(header).drop { $0 == " " || $0 == "\t" || $0 == "," }.trimmingBlanks
        if rest == "*" {
            self = .any
            return
        }
        var tags: [Element] = []
        while !rest.isEmpty {
            guard let tag = EntityTagList.takeTag(&rest) else { return nil }
            tags.append(tag)
            rest = rest.trimmingBlanks
            guard !rest.isEmpty else { break }
            guard rest.first == "," else { return nil }
            while rest.first == "," { rest = rest.dropFirst().trimmingBlanks }
        }
        guard !tags.isEmpty else { return nil }
        self = .tags(tags)
    }

    private static func takeTag(_ rest: inout Substring) -> Element? {
        let isWeak = rest.hasPrefix("W/")
        var text = isWeak ? rest.dropFirst(2) : rest
        guard text.first == "\"" else { return nil }
        text = text.dropFirst()
        guard let end = text.firstIndex(of: "\"") else { return nil }
        let opaque = text[..<end]
        guard
            opaque.unicodeScalars.allSatisfy({
                $0.value == 0x21 || (0x23...0x7E).contains($0.value) || $0.value >= 0x80
            })
        else { return nil }
        rest = text[text.index(after: end)...]
        return Element(isWeak: isWeak, opaque: String(opaque))
    }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        var text = drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text = text.dropLast() }
        return text
    }
}
