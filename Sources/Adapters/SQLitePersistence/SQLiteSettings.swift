/// How a SQLite database is opened and how long people wait for it.
public struct SQLiteSettings: Sendable {
    public var location: Location
    /// On how many threads, each with a connection of its own, reads outside transactions run. At least 2:
    /// one is for short reads, the others are for lists.
    public var readers = 3
    /// How long a transaction waits for those before it, and a read for a thread. Then it fails as busy.
    public var longestWait = Duration.seconds(5)
    /// How many transactions may wait, and how many reads. Those beyond fail as busy at once.
    public var longestQueue = 512
    /// How long transactions may follow the first one of a commit, and so keep it waiting.
    public var longestGroup = Duration.milliseconds(10)
    /// How long one try waits for another process that writes. There are three tries.
    public var busyTimeout = Duration.seconds(1)
    /// Up to how many records a list looks up by a condition and sorts; where more fulfil it, it reads in its own order.
    public var fewRows = 5000

    public init(_ location: Location) { self.location = location }

    /// Where the database is.
    public enum Location: Equatable, Sendable {
        /// In a file, which is made when missing (mode 0600, its folder 0700), with `-wal` and `-shm` beside it.
        case file(path: String)
        /// In memory, on one connection: reads take their turn with transactions. A read outside a transaction
        /// must not be made from inside one: it would wait for itself.
        case memory
    }
}
