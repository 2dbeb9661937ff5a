/// What is told about the server's own paths.
enum ServerOperations {
    static let isAlive = Operation(
        "getHealth", .operations, "Ask whether the process answers", traits: [.selfSufficient],
        answers: [.json(200, "It does.", .detail, examples: [Example("alive", "Alive", ["detail": "alive"])])])

    static let isReady = Operation(
        "getReadiness", .operations, "Ask whether requests can be served",
        "The database answers, its schema is the right one, and the server has not been asked to stop.",
        answers: [.json(200, "They can.", .detail, examples: [Example("ready", "Ready", ["detail": "ready"])])])

    static let metrics = Operation(
        "getMetrics", .operations, "Read the server's numbers",
        """
        Requests by method, route and class of status, how long answers took, and how busy connections, the database and \
        the hashing of passwords are, in Prometheus' text format. For programs on the server's own machine, as long as no \
        proxy passed the request on, and for whoever brings `METRICS_TOKEN` as a bearer token.
        """, traits: [.selfSufficient],
        answers: [.content("text/plain", 200, "The numbers."), .notSignedIn, .notAllowed])

    static let welcome = page("getWelcomePage", "The page that says what runs here")

    static func page(_ id: String, _ summary: String) -> Operation {
        Operation(
            id, .operations, summary, traits: [.selfSufficient],
            answers: [.content("text/html", 200, "A page for people.")])
    }
}
