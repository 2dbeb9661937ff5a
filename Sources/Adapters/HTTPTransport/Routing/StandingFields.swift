import HTTPTypes

/// The fields that are the same in nearly every answer, as fields and as the bytes that HTTP/1 has for them.
final class StandingFields: Sendable {
    let fields: HTTPFields
    /// A line each (RFC 9112, 5).
    let bytes: [UInt8]

    /// Of a server without TLS.
    static let plain = StandingFields([])
    /// Of one that clients reach by TLS alone.
    static let overTLS = StandingFields([SecurityHeaders.onlyTLS])

    private init(_ more: [HTTPField]) {
        fields = HTTPFields([RequestPolicy.variesByOrigin] + SecurityHeaders.all + more)
        bytes = fields.flatMap { Array("\($0.name.rawName): \($0.value)\r\n".utf8) }
    }

    /// Whether one of these is among the fields of an answer.
    func hasOne(of others: HTTPFields) -> Bool {
        others.contains { other in fields.contains { $0.name == other.name } }
    }
}
