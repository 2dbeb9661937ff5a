import Logging
import NIOCore

/// Runs connections on an event loop: takes commands, sends what has gathered once in a turn of the loop, and gives out
/// results when sockets are ready. Confined to the loop. Every libpq call is made here, but for those that may block.
final class Reactor {
    /// How exact deadlines are while anything is pending; nothing wakes an idle reactor.
    static let sweepInterval = TimeAmount.milliseconds(25)

    private let mailbox: Mailbox
    private let watcher: SocketWatcher
    private let reads: ReadLane
    private let transactions: TransactionLane
    private let connections: [Connection]
    private var shutdownDeadline: ContinuousClock.Instant?
    private var shutdownWaiters: [Waiter<Void>] = []
    private var isTurnDue = false
    private var isSweepDue = false
    private var isFinished = false

    /// - Parameters:
    ///   - share: how many of the client's connections are driven here.
    ///   - others: where the client's other connections are driven.
    init(
        configuration: PostgresConfiguration, share: ConnectionShare, mailbox: Mailbox, others: [Mailbox],
        logger: Logger
    ) {
        let now = ContinuousClock.now
        let watcher = SocketWatch.shared.add { event in mailbox.post(.ready(event)) }
        let starter = ConnectionStarter(mailbox: mailbox)
        let reads = ReadLane(configuration: configuration, others: others.map(\.board), now: now)
        let transactions = TransactionLane(configuration: configuration, canceller: StatementCanceller(), now: now)
        func connection(_ number: Int, _ settings: SessionSettings) -> Connection {
            Connection(
                number: number, settings: settings, configuration: configuration, watcher: watcher, starter: starter,
                logger: logger, now: now)
        }
        for number in 0..<share.reads { reads.adopt(connection(number, .reads(configuration))) }
        for number in 0..<share.transactions {
            transactions.adopt(connection(share.reads + number, .transactions(configuration)))
        }
        self.mailbox = mailbox
        self.watcher = watcher
        self.reads = reads
        self.transactions = transactions
        connections = reads.connections + transactions.connections
    }

    /// Begins to connect.
    func start() {
        note(.now)
        for connection in connections { connection.checkTime(now: reads.now) }
        turn()
    }

    func take(_ command: Command) {
        // Within a turn time stands still.
        if !isTurnDue { note(.now) }
        carryOut(command)
        guard !isTurnDue, !isFinished else { return }
        isTurnDue = true
        mailbox.loop.assumeIsolated().execute { self.turn() }
    }

    private func note(_ now: ContinuousClock.Instant) {
        reads.now = now
        transactions.now = now
    }

    private func carryOut(_ command: Command) {
        switch command {
        case .read(let request):
            guard shutdownDeadline == nil else { return command.refuse() }
            reads.enqueue(request)
        case .acquire(let request):
            guard shutdownDeadline == nil else { return command.refuse() }
            transactions.enqueue(request)
        case .run(let lease, let request): transactions.run(lease, request)
        case .cancel(let lease, let request): transactions.cancel(lease, request)
        case .release(let lease): transactions.release(lease)
        case .ready(let event): handle(event)
        case .started(let started): finishStart(started)
        case .shutDown(let limit, let waiter):
            shutdownDeadline = min(shutdownDeadline ?? reads.now + limit, reads.now + limit)
            shutdownWaiters.append(waiter)
        }
    }

    /// The end of a turn: whatever was asked for in it goes out together.
    private func turn() {
        isTurnDue = false
        guard !isFinished else { return }
        transactions.dispatch()
        reads.dispatch()
        publishCounters()
        finishIfDrained()
        sweepLater()
    }

    private func sweepLater() {
        guard !isFinished, !isSweepDue, isPending else { return }
        isSweepDue = true
        mailbox.loop.assumeIsolated().scheduleTask(in: Self.sweepInterval) { self.sweep() }
    }

    private var isPending: Bool {
        !reads.isQuiet || transactions.isBusy || shutdownDeadline != nil || connections.contains { !$0.isQuiet }
    }

    private func sweep() {
        isSweepDue = false
        guard !isFinished else { return }
        note(.now)
        for connection in connections { connection.checkTime(now: reads.now) }
        reads.sweep()
        transactions.sweep()
        turn()
    }

    private func handle(_ event: SocketWatch.Event) {
        connection(event.token)?.handle(event, now: reads.now)
    }

    private func finishStart(_ started: ConnectionStarter.Started) {
        guard let connection = connection(started.token) else { return started.abandon() }
        connection.finishStart(started, now: reads.now)
    }

    private func connection(_ token: UInt64) -> Connection? {
        let number = SocketWatcher.connection(of: token)
        return connections.indices.contains(number) ? connections[number] : nil
    }

    private func publishCounters() {
        var counters = PostgresCounters()
        counters.readConnectionsOpen = reads.connections.count { $0.isOpen }
        counters.readsWaiting = reads.waiting
        counters.readsInFlight = reads.inFlight
        counters.transactionConnectionsOpen = transactions.connections.count { $0.isOpen }
        counters.transactionsInUse = transactions.leases.count
        counters.transactionsWaiting = transactions.waiting
        counters.connectionsLost = reads.lost + transactions.lost
        counters.readsRepeated = reads.repeated
        counters.refused = reads.refused + transactions.refused
        mailbox.board.publish(counters)
    }

    private func finishIfDrained() {
        guard let shutdownDeadline else { return }
        guard reads.now >= shutdownDeadline || (reads.isQuiet && transactions.isQuiet) else { return }
        isFinished = true
        reads.close()
        transactions.close()
        watcher.end()
        publishCounters()
        mailbox.shut()
        for waiter in shutdownWaiters { waiter.settle(.success(())) }
    }
}
