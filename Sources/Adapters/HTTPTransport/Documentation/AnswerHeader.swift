/// A header that answers carry besides those of every answer.
package enum AnswerHeader: String, CaseIterable, Sendable {
    case requestID = "X-Request-ID"
    case entityTag = "ETag"
    case link = "Link"
    case challenge = "WWW-Authenticate"
    case retryAfter = "Retry-After"
    case allow = "Allow"
    case location = "Location"

    var help: String {
        switch self {
        case .requestID: "The request's name: the client's, when it is sane, or one that the server gave."
        case .entityTag: "The record's version, to be sent in `If-Match` and `If-None-Match`."
        case .link: "`<…>; rel=\"next\"` and `<…>; rel=\"prev\"`: the neighbours of a bare array, when there are any."
        case .challenge: "`Bearer realm=\"api\"` (RFC 6750)."
        case .retryAfter: "Seconds to wait before trying again."
        case .allow: "The methods that the path serves."
        case .location: "Where to go."
        }
    }
}
