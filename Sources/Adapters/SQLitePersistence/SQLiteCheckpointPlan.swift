/// When the log is copied into the database, and who does it: the checkpoint's thread as much as it can, and the writer
/// what came meanwhile, after which the next commit begins the log anew.
///
/// Lengths are in frames, each of which holds a page.
struct SQLiteCheckpointPlan: Sendable {
    /// How long the log may become.
    struct Limits: Sendable {
        /// So long it is before anything is copied: the last pages of tables and indexes are written by every commit, and
        /// the more of them are in the log, the fewer are copied. 8 MiB.
        var first = 2048
        /// After a try that did not lead to a new log, by so much it grows before the next one.
        var again = 256
        /// The writer copies so much.
        var rest = 64
        /// Where the log is this long the writer waits for the thread, and the file is cut to it afterwards. 32 MiB.
        var most = 8192
    }

    /// Who has to do something.
    enum Turn { case nobody, thread, writer }

    let limits: Limits
    private(set) var turn = Turn.nobody
    private var length = 0
    private var next: Int
    private var rounds = 0
    /// Since the thread began.
    private var hasBegunAnew = false
    private var isGivenUp = false

    /// The thread copies what came while it copied. A writer that is faster than that is stopped after so many times.
    private static let mostRounds = 4

    init(_ limits: Limits) {
        self.limits = limits
        next = limits.first
    }

    /// Whether the thread has to come to its end before more is written.
    var isTooLong: Bool { turn == .thread && length >= limits.most }

    /// After each commit.
    ///
    /// - Parameter length: of the log.
    /// - Returns: whether the thread is to begin.
    mutating func committed(_ length: Int) -> Bool {
        if length < self.length { beginAnew() }
        self.length = length
        guard !isGivenUp, turn == .nobody, length >= next else { return false }
        (turn, rounds, hasBegunAnew) = (.thread, 0, false)
        return true
    }

    /// After the thread has copied.
    ///
    /// - Parameters:
    ///   - copied: how much of the log is in the database.
    ///   - length: of the log when it began.
    /// - Returns: whether it goes on.
    mutating func copied(_ copied: Int, of length: Int) -> Bool {
        rounds += 1
        guard !hasBegunAnew else {
            (turn, next) = (.nobody, limits.first)
            return false
        }
        // The thread sees a commit before that is told, and those of other processes.
        self.length = max(self.length, length)
        // Somebody still reads what was before the rest.
        guard copied >= length else {
            pause()
            return false
        }
        guard self.length - copied > limits.rest, rounds < SQLiteCheckpointPlan.mostRounds else {
            turn = .writer
            return false
        }
        return true
    }

    /// After the writer has copied the rest, and after a try that failed.
    mutating func pause() { (turn, next) = (.nobody, length + limits.again) }

    /// Nothing is copied any more, and the log never begins anew.
    mutating func giveUp() { (isGivenUp, turn) = (true, .nobody) }

    private mutating func beginAnew() {
        (next, hasBegunAnew) = (limits.first, true)
        if turn == .writer { turn = .nobody }
    }
}
