import Application

/// What is told about `/api/auth/sessions/`.
enum SessionOperations {
    static let list = Operation(
        "listSessions", .accounts, "List your sessions",
        "Those that live, the one used last first: where and with what the account is signed in.",
        answers: [
            .json(
                200, "The sessions.", .array(of: Shape.session.schema, atMost: ListLimit.standard),
                examples: [
                    Example(
                        "sessions", "One session",
                        [
                            [
                                "id": 4_503_599_627_370_495, "started_at": "2025-09-01T08:00:00Z",
                                "last_used_at": "2025-09-01T08:41:00Z", "expires_at": "2025-09-02T08:41:00Z",
                                "device": "Mozilla/5.0 (X11; Linux x86_64)", "address": "192.0.2.17",
                                "is_current": true,
                            ]
                        ])
                ])
        ])

    static let end = Operation(
        "endSession", .accounts, "End one of your sessions",
        "Ends it with all its tokens at once, on every server. It may be the session that asks.", traits: [.byHand],
        answers: [.empty(204, "The session has ended.")])
}
