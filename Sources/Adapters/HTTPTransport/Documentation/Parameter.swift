import Application

/// Something that is sent beside the body.
package struct Parameter: Sendable {
    /// Where it is sent.
    package enum Place: String, Sendable {
        case path, query, header
    }

    let name: String
    let place: Place
    let schema: Schema
    let help: String

    package init(_ name: String, in place: Place, _ schema: Schema, _ help: String) {
        self.name = name
        self.place = place
        self.schema = schema
        self.help = help
    }

    var isRequired: Bool { place == .path }
}

extension Parameter {
    /// A segment of the path, which is the number of a record.
    static func number(_ name: String) -> Parameter {
        Parameter(name, in: .path, .identifier, "The record's number.")
    }

    static let idempotencyKey = Parameter(
        "Idempotency-Key", in: .header, .text(minimum: 1, maximum: IdempotencyKey.maximumLength, pattern: "^[!-~]+$"),
        "A name for this request, such as a UUID. Sent again with the same key and body within 24 hours, it makes "
            + "nothing new and is answered as it was.")
    static let ifMatch = Parameter(
        "If-Match", in: .header, .text(),
        "Entity tags as `ETag` gave them, or `*`: only while the record is in one of these versions (RFC 9110, "
            + "13.1.1).")
    static let ifNoneMatch = Parameter(
        "If-None-Match", in: .header, .text(),
        "Entity tags as `ETag` gave them, or `*`: only when the record is in none of these versions (RFC 9110, "
            + "13.1.2).")
}
