import Application
import Domain

@testable import HTTPTransport
@testable import OpenSSLTokens

extension FuzzTarget {
    /// Nobody can guess a token: whatever is not signed by us is refused.
    static func tokens(_ input: [UInt8]) {
        let text = String(decoding: input, as: UTF8.self)
        if case .token(let token) = BearerCredentials(header: "Bearer \(text)") {
            let claims = try? issuer?.verify(token, as: .access, at: Instant(microseconds: 0))
            precondition(claims == nil)
        }
        _ = BearerCredentials(header: text)
        // The reader of a token's claims, which else sees only what was signed.
        _ = JSONReader.value(of: input)
        _ = AcceptHeader.allowsJSON(text)
    }

    private static let issuer = try? OpenSSLTokenIssuer(secretKey: "a key for fuzzing that is long enough")

    /// A list of tags that is read can be written, and reads the same again.
    static func tags(_ input: [UInt8]) {
        guard case .tags(let tags) = EntityTagList(String(decoding: input, as: UTF8.self)) else { return }
        let written = tags.map { ($0.isWeak ? "W/" : "") + "\"\($0.opaque)\"" }.joined(separator: ", ")
        precondition(EntityTagList(written) == .tags(tags))
        for tag in tags { _ = EntityTag.version(ofOpaque: tag.opaque[...]) }
    }
}
