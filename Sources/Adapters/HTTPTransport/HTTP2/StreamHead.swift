import HTTPTypes
import NIOHTTP2

/// Heads of HTTP/2 requests that are too large, or do not say in one way to whom they go (RFC 9113, 8.3.1).
///
/// The decoder itself refuses fields that belong to connections, wrong lengths, and pseudo-fields twice or not at all.
enum StreamHead {
    /// What is wrong with a head, if anything is.
    static func fault(in head: HTTPRequest, limits: ConnectionLimits) -> ConnectionCut? {
        guard let path = head.path, let authority = head.authority else { return .malformed }
        if path.utf8.count > limits.targetBytes { return .targetTooLong }
        if head.headerFields.count > limits.fieldCount || bytes(of: head) > limits.fieldBytes { return .fieldsTooLarge }
        guard head.scheme == "https" || head.scheme == "http" else { return .malformed }
        guard path.hasPrefix("/") || (path == "*" && head.method == .options) else { return .malformed }
        let hosts = head.headerFields.filter { $0.name.canonicalName == "host" }
        return hosts.allSatisfy { $0.value.lowercased() == authority.lowercased() } ? nil : .malformed
    }

    /// Whether an error is one of those by which the decoder refuses a single request: its fields, or a body of another
    /// length than it says (RFC 9113, 8.1.1).
    static func isFault(_ error: any Error) -> Bool {
        switch error {
        case is NIOHTTP2Errors.ForbiddenHeaderField, is NIOHTTP2Errors.InvalidHTTP2HeaderFieldName,
            is NIOHTTP2Errors.InvalidHTTP2HeaderFieldValue, is NIOHTTP2Errors.MissingPseudoHeader,
            is NIOHTTP2Errors.DuplicatePseudoHeader, is NIOHTTP2Errors.PseudoHeaderAfterRegularHeader,
            is NIOHTTP2Errors.UnknownPseudoHeader, is NIOHTTP2Errors.UnsupportedPseudoHeader,
            is NIOHTTP2Errors.InvalidPseudoHeaders, is NIOHTTP2Errors.InvalidPseudoHeaderValue,
            is NIOHTTP2Errors.EmptyPathHeader, is NIOHTTP2Errors.TrailersWithoutEndStream,
            is NIOHTTP2Errors.ContentLengthViolated, is NIOHTTP2Errors.ContentLengthHeadersMismatch,
            is NIOHTTP2Errors.ContentLengthHeaderNegative, is NIOHTTP2Errors.ContentLengthHeaderMalformedValue:
            true
        default: false
        }
    }

    private static func bytes(of head: HTTPRequest) -> Int {
        head.headerFields.reduce(head.path?.utf8.count ?? 0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count }
    }
}
