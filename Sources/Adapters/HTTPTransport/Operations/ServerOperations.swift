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
    static let adminSignIn = page("getStaffSignInPage", "The page that says that there are none for staff yet")

    static let admin = Operation(
        "getStaffPages", .operations, "Pages for staff", traits: [.selfSufficient],
        answers: [.empty(302, "To where staff would sign in.", headers: [.location])])

    static func page(_ id: String, _ summary: String) -> Operation {
        Operation(
            id, .operations, summary, traits: [.selfSufficient],
            answers: [.content("text/html", 200, "A page for people.")])
    }
}
