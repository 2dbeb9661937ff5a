import Domain

/// A session as its holder sees it.
struct OwnSession: Sendable {
    let session: Session
    /// Whether it is the one that asks.
    let isCurrent: Bool
}

extension Shape<OwnSession> {
    static let session = Shape(
        "Session",
        [
            .identifier("id", "The session's number.") { $0.session.id.number?.number ?? 0 },
            .time("started_at", "When the account signed in.") { $0.session.startedAt },
            .time("last_used_at", "When it was used last, to the minute.") { $0.session.lastUsedAt },
            .time("expires_at", "When it ends unless its tokens are refreshed.") { $0.session.expiresAt },
            .text("device", "What the client called itself (`User-Agent`); blank when it did not.") {
                $0.session.device
            },
            .text("address", "Where the client was; blank when that is not known.") {
                $0.session.address?.text ?? ""
            },
            .flag("is_current", "Whether it is the session that asks.") { $0.isCurrent },
        ])
}

extension JSONWriter {
    mutating func session(_ session: OwnSession) { Shape.session.write(session, to: &self) }
}
