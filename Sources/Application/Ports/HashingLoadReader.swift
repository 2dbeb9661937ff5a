/// Tells how busy the threads are that hash passwords.
public protocol HashingLoadReader: Sendable {
    var load: HashingLoad { get }
}

/// How busy the threads are that hash passwords.
public struct HashingLoad: Equatable, Sendable {
    /// How many hashes are computed at a time.
    public let threads: Int
    public let running: Int
    public let waiting: Int
    /// How many were turned away since the start because too many waited.
    public let refused: Int

    public init(threads: Int, running: Int, waiting: Int, refused: Int) {
        self.threads = threads
        self.running = running
        self.waiting = waiting
        self.refused = refused
    }
}
