import Logging

/// Reads on shared connections: what has gathered since the last turn goes out as one batch per connection with one
/// sync, and those in it that differ in nothing but their key as one statement. An error aborts what follows in its batch, which is sent again; what came before it has its rows already.
final class ReadLane {
    /// Statements outstanding on one connection; more would only wait behind each other there.
    static let flightLimit = 128
    static let attemptLimit = 4

    let configuration: PostgresConfiguration
    private let others: [CounterBoard]
    private(set) var connections: [Connection] = []
    private var queue = FIFO<Operation>()
    /// Outstanding operations by connection number: from `fill` to the one report of each, or the connection's loss.
    private var flights: [Flight] = []
    var repeated = 0
    var refused = 0
    var lost = 0
    var now: ContinuousClock.Instant

    /// - Parameter others: where the reads of other event loops are counted.
    init(configuration: PostgresConfiguration, others: [CounterBoard], now: ContinuousClock.Instant) {
        self.configuration = configuration
        self.others = others
        self.now = now
    }

    func adopt(_ connection: Connection) {
        connection.owner = self
        connections.append(connection)
        flights.append(Flight())
    }

    private var answerLimit: Duration { configuration.readTimeout + configuration.answerGrace }

    var waiting: Int { queue.count }
    var inFlight: Int { flights.reduce(0) { $0 + $1.operations.reduce(0) { $0 + $1.reads.count } } }
    var isQuiet: Bool { queue.isEmpty && inFlight == 0 }

    func enqueue(_ request: StatementRequest) {
        guard queue.count + waitingElsewhere < configuration.readQueueLimit else {
            refused += 1
            request.waiter.settle(.failure(.poolExhausted))
            return
        }
        queue.append(Operation(request, sendBy: now + configuration.waitLimit, answerWithin: answerLimit))
    }

    private var waitingElsewhere: Int { others.reduce(0) { $0 + $1.readsWaiting } }

    /// Sends what waits, shared out evenly over the connections that can take it. Once a turn.
    func dispatch() {
        guard !queue.isEmpty else { return }
        let takers = connections.filter { hasRoom($0) }.sorted { load($0) < load($1) }
        guard !takers.isEmpty else { return }
        let share = (queue.count + takers.count - 1) / takers.count
        for connection in takers { fill(connection, upTo: share) }
    }

    private func fill(_ connection: Connection, upTo share: Int) {
        let room = min(share, Self.flightLimit - load(connection))
        var batch = ReadBatch()
        var taken = 0
        while taken < room, let operation = queue.popFirst() {
            guard !operation.isUnwanted else { continue }
            taken += 1
            if operation.isAlone { send([operation], on: connection) } else { batch.add(operation) }
        }
        send(batch.operations, on: connection)
    }

    private func send(_ operations: [Operation], on connection: Connection) {
        for operation in operations { flights[connection.number].add(operation) }
        connection.send(operations, now: now)
    }

    private func hasRoom(_ connection: Connection) -> Bool {
        connection.isOpen && !connection.isBroken && !connection.hasUnsentBytes && load(connection) < Self.flightLimit
    }

    private func load(_ connection: Connection) -> Int {
        flights[connection.number].operations.count
    }

    /// Tells those whose time is over. What is running already runs on; only nobody waits for it.
    func sweep() {
        let isReachable = connections.contains { $0.isOpen }
        queue.removeAll { operation in
            if now >= operation.sendBy, !operation.isUnwanted {
                refused += 1
                operation.settle(.failure(isReachable ? .poolExhausted : .notConnected))
            }
            return operation.isUnwanted
        }
        for flight in flights {
            for read in flight.operations.flatMap(\.reads) where now >= read.answerBy {
                read.request.waiter.settle(.failure(.timedOut))
            }
        }
    }

    /// At the end of a shutdown: nobody waits any longer.
    func close() {
        for operation in queue.takeAll() { operation.settle(.failure(.notRunning)) }
        for flight in flights {
            for operation in flight.operations { operation.settle(.failure(.notRunning)) }
        }
        for connection in connections { connection.close() }
    }

    private func again(byThemselves operation: Operation, else error: PostgresError) {
        for read in operation.reads { read.isAlone = true }
        again(operation.reads, else: error)
    }

    private func again(_ operations: [Operation], else error: PostgresError) {
        var repeatable: [Operation] = []
        for operation in operations where !operation.isUnwanted {
            if operation.attempts < Self.attemptLimit, now < operation.answerBy {
                operation.sendBy = min(now + configuration.waitLimit, operation.answerBy)
                repeatable.append(operation)
            } else {
                operation.settle(.failure(error))
            }
        }
        repeated += repeatable.count
        queue.prepend(repeatable)
    }
}

extension ReadLane: ConnectionOwner {
    func connectionOpened(_ connection: Connection) {}

    func connectionSynced(_ connection: Connection) {}

    func connection(_ connection: Connection, finished operation: Operation, with outcome: Outcome) {
        flights[connection.number].remove(operation)
        switch outcome {
        case .rows(let rows):
            operation.settle(.success(rows))
        case .refused(let error):
            guard error.isStalePreparedStatement || operation.reads.count > 1 else {
                return operation.settle(.failure(.server(error)))
            }
            again(byThemselves: operation, else: .server(error))
        case .aborted:
            again(byThemselves: operation, else: .connectionLost)
        case .unsupported:
            operation.settle(.failure(.invalidStatement))
        case .rolledBack, .inDoubt:
            operation.settle(.failure(.connectionLost))
        }
    }

    func connectionLost(_ connection: Connection, unfinished: [Operation], reason: PostgresError) {
        lost += 1
        flights[connection.number] = Flight()
        again(unfinished.flatMap(\.reads), else: reason)
    }
}
