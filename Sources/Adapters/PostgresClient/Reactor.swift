import Logging

/// One thread that runs all connections: takes commands, sends, waits in epoll, gives out results.
/// Every libpq call is made here, but for PQcancel.
final class Reactor {
    /// How exact deadlines are while anything is pending; nothing wakes an idle reactor.
    static let sweepMilliseconds: CInt = 25

    private let mailbox: Mailbox
    private let board: CounterBoard
    private let poller: Poller
    private let reads: ReadLane
    private let transactions: TransactionLane
    private let connections: [Connection]
    private var shutdownDeadline: ContinuousClock.Instant?
    private var shutdownWaiters: [Waiter<Void>] = []
    private var lastSweep: ContinuousClock.Instant
    private var isFinished = false

    init(configuration: PostgresConfiguration, mailbox: Mailbox, board: CounterBoard, logger: Logger) {
        let now = ContinuousClock.now
        let poller = Poller(wakeUp: mailbox.wakeUp)
        let reads = ReadLane(configuration: configuration, now: now)
        let transactions = TransactionLane(configuration: configuration, canceller: StatementCanceller(), now: now)
        // Numbers are the poller's tokens; 0 is the wake-up.
        func connection(_ number: Int, _ settings: SessionSettings) -> Connection {
            Connection(
                number: number, settings: settings, configuration: configuration, poller: poller, logger: logger,
                now: now)
        }
        for index in 0..<max(0, configuration.readConnections) {
            reads.adopt(connection(1 + index, .reads(configuration)))
        }
        for index in 0..<max(1, configuration.transactionConnections) {
            transactions.adopt(connection(1 + reads.connections.count + index, .transactions(configuration)))
        }
        self.mailbox = mailbox
        self.board = board
        self.poller = poller
        self.reads = reads
        self.transactions = transactions
        connections = reads.connections + transactions.connections
        lastSweep = now
    }

    /// Returns after a shutdown.
    func run() {
        while !isFinished {
            let now = ContinuousClock.now
            reads.now = now
            transactions.now = now
            for command in mailbox.takeAll() { carryOut(command, now: now) }
            sweepIfDue(now: now)
            transactions.dispatch()
            reads.dispatch()
            publishCounters()
            finishIfDrained(now: now)
            guard !isFinished else { break }
            waitForEvents()
        }
        close()
    }

    private func carryOut(_ command: Command, now: ContinuousClock.Instant) {
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
        case .shutDown(let limit, let waiter):
            shutdownDeadline = min(shutdownDeadline ?? now + limit, now + limit)
            shutdownWaiters.append(waiter)
        }
    }

    private func sweepIfDue(now: ContinuousClock.Instant) {
        guard now - lastSweep >= .milliseconds(Int(Self.sweepMilliseconds) - 5) else { return }
        lastSweep = now
        for connection in connections { connection.checkTime(now: now) }
        reads.sweep()
        transactions.sweep()
    }

    private func waitForEvents() {
        let isPending =
            !reads.isQuiet || transactions.isBusy || shutdownDeadline != nil
            || connections.contains { !$0.isQuiet }
        let mayBlock = mailbox.prepareToSleep()
        let events = poller.wait(milliseconds: mayBlock ? (isPending ? Self.sweepMilliseconds : -1) : 0)
        mailbox.didWake()
        guard !events.isEmpty else { return }
        let now = ContinuousClock.now
        reads.now = now
        transactions.now = now
        for event in events {
            if event.token == Poller.wakeUpToken {
                mailbox.clearWakeUp()
            } else if let connection = connection(for: event.token) {
                connection.handle(event, now: now)
            }
        }
    }

    private func connection(for token: UInt64) -> Connection? {
        let index = Int(token & 0xFFFF) - 1
        return connections.indices.contains(index) ? connections[index] : nil
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
        board.publish(counters)
    }

    private func finishIfDrained(now: ContinuousClock.Instant) {
        guard let shutdownDeadline else { return }
        isFinished = now >= shutdownDeadline || (reads.isQuiet && transactions.isQuiet)
    }

    private func close() {
        reads.close()
        transactions.close()
        publishCounters()
        mailbox.shut()
        for waiter in shutdownWaiters { waiter.settle(.success(())) }
    }
}
