/// How the server is behind its transport. What could not be found out is `nil`.
public struct OperationsState: Equatable, Sendable {
    /// `nil` also while the database cannot be reached.
    public let storage: StorageState?
    public let load: StorageLoad?
    public let hashing: HashingLoad?
    public let sessions: SessionCount?

    public init(storage: StorageState?, load: StorageLoad?, hashing: HashingLoad?, sessions: SessionCount?) {
        self.storage = storage
        self.load = load
        self.hashing = hashing
        self.sessions = sessions
    }
}
