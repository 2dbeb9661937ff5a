/// A limit that a client met.
enum Refusal: Int, CaseIterable, Sendable {
    /// 413, 429, 503.
    case bodyTooLarge, throttled, unavailable
    /// Connections that were cut; see `ConnectionCut`.
    case abandoned, slowHead, slowRequest, slowBody, stalledAnswer, fieldsTooLarge, targetTooLong, malformed

    /// - Returns: `nil` for a status that speaks of no limit.
    init?(status: Int) {
        switch status {
        case 413: self = .bodyTooLarge
        case 429: self = .throttled
        case 503: self = .unavailable
        default: return nil
        }
    }

    /// - Returns: `nil` for a client that only had nothing to ask.
    init?(_ cut: ConnectionCut) {
        switch cut {
        case .idle: return nil
        case .abandoned: self = .abandoned
        case .slowHead: self = .slowHead
        case .slowRequest: self = .slowRequest
        case .slowBody: self = .slowBody
        case .stalledAnswer: self = .stalledAnswer
        case .fieldsTooLarge: self = .fieldsTooLarge
        case .targetTooLong: self = .targetTooLong
        case .malformed: self = .malformed
        }
    }

    /// As the numbers name it.
    var label: String {
        switch self {
        case .bodyTooLarge: "body_too_large"
        case .throttled: "throttled"
        case .unavailable: "unavailable"
        case .abandoned: "abandoned"
        case .slowHead: "slow_head"
        case .slowRequest: "slow_request"
        case .slowBody: "slow_body"
        case .stalledAnswer: "stalled_answer"
        case .fieldsTooLarge: "fields_too_large"
        case .targetTooLong: "target_too_long"
        case .malformed: "malformed"
        }
    }
}
