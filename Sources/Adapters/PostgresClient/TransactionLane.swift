import Logging

/// Exclusive connections: each is lent to one task at a time and runs that task's statements one after the other.
final class TransactionLane {
    private struct Waiting {
        let request: LeaseRequest
        let deadline: ContinuousClock.Instant
    }

    let configuration: PostgresConfiguration
    private let canceller: StatementCanceller
    private(set) var connections: [Connection] = []
    private var waitingRequests = FIFO<Waiting>()
    var leases: [LeaseID: Lease] = [:]
    private var leaseOfConnection: [Int: Lease] = [:]
    private var lastLease: LeaseID = 0
    var refused = 0
    var lost = 0
    var now: ContinuousClock.Instant

    init(configuration: PostgresConfiguration, canceller: StatementCanceller, now: ContinuousClock.Instant) {
        self.configuration = configuration
        self.canceller = canceller
        self.now = now
    }

    func adopt(_ connection: Connection) {
        connection.owner = self
        connections.append(connection)
    }

    var waiting: Int { waitingRequests.count }
    var isQuiet: Bool { waitingRequests.isEmpty && leases.isEmpty }
    /// Whether an answer or a free connection is awaited (a lease whose task thinks needs no attention).
    var isBusy: Bool { !waitingRequests.isEmpty || leases.values.contains { $0.running != nil } }

    func enqueue(_ request: LeaseRequest) {
        guard waitingRequests.count < configuration.transactionQueueLimit else {
            refused += 1
            request.waiter.settle(.failure(.poolExhausted))
            return
        }
        waitingRequests.append(Waiting(request: request, deadline: now + configuration.waitLimit))
    }

    /// Lends free connections to those who wait, in their order. Once a turn.
    func dispatch() {
        guard !waitingRequests.isEmpty else { return }
        for connection in connections where connection.isQuiet && leaseOfConnection[connection.number] == nil {
            guard lend(connection) else { return }
        }
    }

    /// False when nobody waits.
    private func lend(_ connection: Connection) -> Bool {
        while let next = waitingRequests.popFirst() {
            lastLease += 1
            guard next.request.waiter.settle(.success(lastLease)) else { continue }
            let lease = Lease(id: lastLease, request: next.request, connection: connection)
            leases[lease.id] = lease
            leaseOfConnection[connection.number] = lease
            return true
        }
        return false
    }

    func lease(of connection: Connection) -> Lease? { leaseOfConnection[connection.number] }

    /// The lease is over and its connection free, or, when it cannot be trusted, replaced.
    func end(_ lease: Lease) {
        leases[lease.id] = nil
        for operation in lease.queue.takeAll() { operation.settle(.failure(.transactionFinished)) }
        guard let connection = lease.connection else { return }
        lease.connection = nil
        leaseOfConnection[connection.number] = nil
        if lease.isSpoilt || !connection.isQuiet || !connection.isOutsideTransaction { connection.replace(now: now) }
    }

    /// The task was cancelled: what runs is of no use. The server is told, and the connection given up, so that a
    /// late cancellation hits nobody else. Never during a COMMIT.
    func cancel(_ id: LeaseID, _ request: StatementRequest) {
        guard let lease = leases[id] else { return }
        lease.queue.removeAll { $0.request === request }
        guard let running = lease.running, running.request === request, running.request.kind != .commit,
            let connection = lease.connection
        else { return }
        if let raw = connection.raw { canceller.cancel(raw) }
        giveUp(lease, .cancelled)
    }

    /// The lease's connection is replaced, with what runs on it.
    func giveUp(_ lease: Lease, _ reason: PostgresError) {
        let connection = lease.connection
        let isOver = lease.isEnding
        abandon(lease, reason)
        connection?.replace(now: now)
        if isOver { end(lease) }
    }

    /// The lease goes on without a connection: each further statement fails with the reason.
    func abandon(_ lease: Lease, _ reason: PostgresError) {
        if let connection = lease.connection { leaseOfConnection[connection.number] = nil }
        lease.connection = nil
        lease.failure = reason
        lease.running = nil
        pump(lease)
    }

    func sweep() {
        let isReachable = connections.contains { $0.isOpen }
        waitingRequests.removeAll { entry in
            guard !entry.request.waiter.isSettled else { return true }
            guard now >= entry.deadline else { return false }
            refused += 1
            entry.request.waiter.settle(.failure(isReachable ? .poolExhausted : .notConnected))
            return true
        }
    }

    /// At the end of a shutdown: a COMMIT under way is of unknown outcome, all else is undone by the server.
    func close() {
        for entry in waitingRequests.takeAll() { entry.request.waiter.settle(.failure(.notRunning)) }
        for lease in leases.values {
            if let running = lease.running { settleLost(running, reason: .notRunning) }
            for operation in lease.queue.takeAll() { operation.settle(.failure(.notRunning)) }
        }
        leases = [:]
        for connection in connections { connection.close() }
    }
}
