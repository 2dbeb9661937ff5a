import NIOHTTP1

/// Why a connection is ended before the client wanted it to.
enum ConnectionCut: String, Error, Sendable, CaseIterable {
    /// No request came in time.
    case idle
    /// The client left in the middle of a request.
    case abandoned
    /// The head of a request took too long.
    case slowHead
    /// A request took too long as a whole.
    case slowRequest
    /// A body came too slowly.
    case slowBody
    /// The client does not take its answer.
    case stalledAnswer
    /// The header fields are too many or too long.
    case fieldsTooLarge
    /// The request's target is too long.
    case targetTooLong
    /// It is no HTTP, or leaves in doubt where the request ends or to whom it goes (RFC 9112, RFC 9113).
    case malformed

    /// What is answered where that is possible, in JSON; `nil` where the connection ends without a word.
    var answer: (status: HTTPResponseStatus, detail: String)? {
        switch self {
        case .idle, .abandoned, .stalledAnswer: nil
        case .slowHead, .slowRequest, .slowBody: (.requestTimeout, "The request took too long.")
        case .fieldsTooLarge: (.requestHeaderFieldsTooLarge, "The header fields are too many or too long.")
        case .targetTooLong: (.uriTooLong, "The address is too long.")
        case .malformed: (.badRequest, "The request is not valid HTTP.")
        }
    }
}
