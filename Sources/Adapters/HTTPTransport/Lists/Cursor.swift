import Application
import Domain

/// Positions in lists as the text that clients carry from page to page.
///
/// Inside: a byte for the side, then for each key of the order its name (with `-` when descending), the kind of its
/// value, and the value; in base64url without padding (RFC 4648, 5). There is one text for a position and no other.
/// It is no secret and not signed: it holds what the last row of a page showed, and a made-up one shows nothing that a
/// filter would not.
enum Cursor {
    static func text<Key: NamedSortKey>(for position: ListPosition<Key>) -> String {
        var writer = CursorWriter()
        writer.append(position.side == .after ? UInt8(ascii: "a") : UInt8(ascii: "b"))
        for (ordering, value) in zip(position.order.keys, position.values) {
            writer.append((ordering.descending ? "-" : "") + ordering.key.name)
            writer.append(value)
        }
        return Base64URL.encode(writer.bytes)
    }

    /// - Returns: `nil` for what no position is written as.
    static func position<Key: NamedSortKey>(_ text: String, _ keys: [String: Key]) -> ListPosition<Key>? {
        guard let bytes = Base64URL.decode(text) else { return nil }
        var reader = CursorReader(bytes[...])
        let side: ListPosition<Key>.Side
        switch reader.byte() {
        case UInt8(ascii: "a"): side = .after
        case UInt8(ascii: "b"): side = .before
        default: return nil
        }
        var orderings: [Ordering<Key>] = []
        var values: [SortValue] = []
        while !reader.isAtEnd {
            guard let sent = reader.text(), let value = reader.value() else { return nil }
            let descending = sent.hasPrefix("-")
            guard let key = keys[descending ? String(sent.dropFirst()) : sent] else { return nil }
            orderings.append(Ordering(key, descending: descending))
            values.append(value)
        }
        let order = ListOrder(orderings)
        guard order.keys == orderings else { return nil }
        return ListPosition(side, values, in: order)
    }
}
