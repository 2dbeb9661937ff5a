import CLibPQ
import Logging

/// What the lane that owns a connection hears from it.
protocol ConnectionOwner: AnyObject {
    func connectionOpened(_ connection: Connection)
    /// Once for each statement that was sent, at the end of its slot, unless the connection is lost first. The
    /// first report on a script counts.
    func connection(_ connection: Connection, finished operation: Operation, with outcome: Outcome)
    /// The end of a batch or script: all before it is answered.
    func connectionSynced(_ connection: Connection)
    /// `unfinished`: sent, and never answered. The connection is already opening anew.
    func connectionLost(_ connection: Connection, unfinished: [Operation], reason: PostgresError)
}

/// One place for a libpq connection: opens it, sends batches, gives out results, opens it anew when it is lost.
/// Non-blocking, always in pipeline mode but for scripts. Confined to the reactor's event loop.
final class Connection {
    enum Phase {
        case waiting(until: ContinuousClock.Instant)
        /// libpq looks up the host.
        case starting(deadline: ContinuousClock.Instant)
        case connecting(deadline: ContinuousClock.Instant)
        case open
        case closed
    }

    /// What is expected next from the server, in the order it was sent.
    enum Slot {
        /// Belongs to the operation, when there is one: its failure is the operation's.
        case control(Operation?)
        /// Goes ahead of the operation, which fails with it.
        case ahead(StatementRequest, Operation)
        case prepare(sql: String, Operation)
        case statement(Operation)
        case sync
        case script(Operation)
    }

    let number: Int
    let settings: SessionSettings
    let configuration: PostgresConfiguration
    let watcher: SocketWatcher
    let starter: ConnectionStarter
    let logger: Logger
    weak var owner: (any ConnectionOwner)?

    var phase: Phase
    var raw: OpaquePointer?
    var slots = FIFO<Slot>()
    /// Whether the first slot has had its result, so that a NULL ends it.
    var isAnswered = false
    var prepared: PreparedStatements
    var backoff: Backoff
    /// Which host of the connection string is tried, or was reached, last.
    var target = 0
    /// Tells events of an earlier socket from those of this one.
    var generation: UInt64 = 0
    var hasUnsentBytes = false
    /// A statement could not be sent, so slots and results no longer match.
    var isBroken = false
    /// When the server last gave a sign, or was first asked something.
    var lastProgress: ContinuousClock.Instant
    let commitDoubt = CommitDoubt()
    let settingStatements: SettingStatements

    init(
        number: Int, settings: SessionSettings, configuration: PostgresConfiguration, watcher: SocketWatcher,
        starter: ConnectionStarter, logger: Logger, now: ContinuousClock.Instant
    ) {
        self.number = number
        self.settings = settings
        self.configuration = configuration
        settingStatements = SettingStatements(configuration.localSetting)
        self.watcher = watcher
        self.starter = starter
        self.logger = logger
        phase = .waiting(until: now)
        prepared = PreparedStatements(isEnabled: configuration.preparedStatements)
        backoff = Backoff(configuration.reconnectDelay)
        lastProgress = now
    }

    var isOpen: Bool {
        guard case .open = phase else { return false }
        return true
    }

    /// Nothing is running or expected.
    var isQuiet: Bool { isOpen && slots.isEmpty }

    /// Outside any transaction, so that the next request may have it.
    var isOutsideTransaction: Bool {
        guard let raw else { return false }
        return PQtransactionStatus(raw) == PQTRANS_IDLE
    }

    var token: UInt64 { watcher.token(connection: number, generation: generation) }

    /// Called at least every sweep while something is pending.
    func checkTime(now: ContinuousClock.Instant) {
        switch phase {
        case .waiting(let until):
            if now >= until { open(now: now) }
        case .starting(let deadline), .connecting(let deadline):
            if now >= deadline { failOpening("timeout", now: now) }
        case .open:
            if isBroken { return lose(.connectionLost, now: now) }
            if !slots.isEmpty, now - lastProgress > settings.answerLimit { lose(.timedOut, now: now) }
        case .closed:
            break
        }
    }

    /// The socket can be read or written, or has failed.
    func handle(_ event: SocketWatch.Event, now: ContinuousClock.Instant) {
        guard event.token == token else { return }
        switch phase {
        case .connecting: continueOpening(now: now)
        case .open:
            if event.isWritable { flush() }
            receive(now: now)
            if isOpen { watch(writing: hasUnsentBytes) }
        case .waiting, .starting, .closed: break
        }
    }

    func watch(writing: Bool, reading: Bool = true) {
        guard let raw else { return }
        watcher.watch(PQsocket(raw), token: token, forReading: reading, forWriting: writing)
    }
}
