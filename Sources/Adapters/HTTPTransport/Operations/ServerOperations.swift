/// What is told about the server's own paths.
enum ServerOperations {
    static let isAlive = Operation(
        "getHealth", .operations, "Ask whether the process answers", traits: [.selfSufficient],
        answers: [.json(200, "It does.", .detail, examples: [Example("alive", "Alive", ["detail": "alive"])])])

    static let isReady = Operation(
        "getReadiness", .operations, "Ask whether requests can be served",
        "The database answers, its schema is the right one, and the server has not been asked to stop.",
        answers: [.json(200, "They can.", .detail, examples: [Example("ready", "Ready", ["detail": "ready"])])])

    static let welcome = page("getWelcomePage", "The page that says what runs here")

    static func page(_ id: String, _ summary: String) -> Operation {
        Operation(
            id, .operations, summary, traits: [.selfSufficient],
            answers: [.content("text/html", 200, "A page for people.")])
    }
}
