public import Domain

/// Tells how the place of the records is, and nothing of what is in it.
public protocol StorageStateReader: Sendable {
    /// How busy the way to the database is. Asks the database nothing.
    var load: StorageLoad { get }

    /// What the database says about itself.
    ///
    /// - Throws: as `Storage`.
    func state() async throws(Failure) -> StorageState
}

/// What a database says about itself.
public struct StorageState: Equatable, Sendable {
    public let engine: Engine
    /// The engine's own, such as `15.14`.
    public let version: String
    /// How many migrations the database has, those of newer programs included.
    public let appliedMigrations: Int
    /// How many this program knows.
    public let knownMigrations: Int
    /// On the disk, files of indexes included, what is still to be written into them left aside.
    public let bytes: Int64

    /// What kind of database it is.
    public enum Engine: String, Sendable {
        case postgres = "PostgreSQL"
        case sqlite = "SQLite"
    }

    public init(engine: Engine, version: String, appliedMigrations: Int, knownMigrations: Int, bytes: Int64) {
        self.engine = engine
        self.version = version
        self.appliedMigrations = appliedMigrations
        self.knownMigrations = knownMigrations
        self.bytes = bytes
    }
}

/// How busy the way to a database is.
public struct StorageLoad: Equatable, Sendable {
    public let lanes: [Lane]
    /// How much was turned away since the start because too much waited, or for too long.
    public let refused: Int
    /// How many connections were lost since the start.
    public let lost: Int

    public init(lanes: [Lane], refused: Int, lost: Int = 0) {
        self.lanes = lanes
        self.refused = refused
        self.lost = lost
    }

    /// Connections that do one kind of work.
    public struct Lane: Equatable, Sendable {
        public let kind: Kind
        /// How many are open.
        public let connections: Int
        /// How many there may be.
        public let mostConnections: Int
        /// How much is being done; more than there are connections where one takes several reads at once.
        public let underWay: Int
        public let waiting: Int

        /// What is done by these connections.
        public enum Kind: String, Sendable, CaseIterable {
            /// Of few rows, by their keys.
            case reads
            case lists
            case writes
            case writesAndLists = "writes_and_lists"
            /// Notes of the audit trail.
            case notes
        }

        public init(kind: Kind, connections: Int, mostConnections: Int, underWay: Int, waiting: Int) {
            self.kind = kind
            self.connections = connections
            self.mostConnections = mostConnections
            self.underWay = underWay
            self.waiting = waiting
        }
    }
}
