/// What tasks ask of a reactor, and what it is told.
enum Command: Sendable {
    /// Run a read on a shared connection.
    case read(StatementRequest)
    /// Wait for an exclusive connection.
    case acquire(LeaseRequest)
    /// Run a statement on it; a commit or rollback also gives it back.
    case run(LeaseID, StatementRequest)
    /// The statement's task was cancelled.
    case cancel(LeaseID, StatementRequest)
    /// Give the connection back after a statement outside a transaction.
    case release(LeaseID)
    /// A socket can be read or written, or has failed.
    case ready(SocketWatch.Event)
    /// A connection has begun to open.
    case started(ConnectionStarter.Started)
    /// Refuse what is new, finish what was begun, then stop.
    case shutDown(within: Duration, Waiter<Void>)

    /// Answers a command that nobody will carry out.
    func refuse() {
        switch self {
        case .read(let request), .run(_, let request): request.waiter.settle(.failure(.notRunning))
        case .acquire(let request): request.waiter.settle(.failure(.notRunning))
        case .shutDown(_, let waiter): waiter.settle(.success(()))
        case .started(let started): started.abandon()
        case .cancel, .release, .ready: break
        }
    }
}
