/// A request in the reactor's hands: what has been tried so far. Confined to the reactor's event loop.
final class Operation {
    let request: StatementRequest
    /// When a read that is still unsent is given up.
    var sendBy: ContinuousClock.Instant
    /// When a read's waiter is told that time is over, wherever the read is.
    let answerBy: ContinuousClock.Instant
    /// Whether its outcome is known; what still comes for it is ignored.
    var isFinished = false
    /// A read that was aborted with its batch, or refused together with others, goes again with a sync of its own.
    var isAlone = false
    /// How often it was given to a connection.
    private(set) var attempts = 0
    /// Where it stands among what is outstanding on its connection.
    var place = 0
    /// Why what was sent ahead of it failed, this time.
    var refusal: PostgresServerError?
    /// The reads whose place it takes.
    private let gathered: GatheredRead?

    init(_ request: StatementRequest, sendBy: ContinuousClock.Instant, answerWithin limit: Duration) {
        self.request = request
        self.sendBy = sendBy
        answerBy = sendBy + limit
        gathered = nil
    }

    /// One operation in the place of several.
    init(_ request: StatementRequest, for gathered: GatheredRead) {
        self.request = request
        self.gathered = gathered
        sendBy = gathered.reads[0].sendBy
        answerBy = gathered.reads[0].answerBy
    }

    /// What somebody waits for: itself, or the reads whose place it takes.
    var reads: [Operation] { gathered?.reads ?? [self] }

    var isUnwanted: Bool { request.waiter.isSettled }

    /// It is given to a connection.
    func begin() {
        attempts += 1
        refusal = nil
        for read in gathered?.reads ?? [] { read.begin() }
    }

    func settle(_ answer: Result<PostgresRows, PostgresError>) {
        isFinished = true
        guard let gathered else {
            request.waiter.settle(answer)
            return
        }
        gathered.settle(answer)
    }
}
