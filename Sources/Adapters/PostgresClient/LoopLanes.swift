import NIOCore
import NIOPosix
import Synchronization

/// The event loops that drive a client's connections.
final class LoopLanes: Sendable {
    /// Clients begin with different loops, so that not all transactions are driven by one.
    private static let clients = Atomic(0)

    let mailboxes: [Mailbox]
    let shares: [ConnectionShare]
    /// Those with connections for reads, by their loops.
    private let readers: [ObjectIdentifier: Mailbox]
    private let inTurn: [Mailbox]
    private let turn = Atomic(0)

    init(_ configuration: PostgresConfiguration) {
        let loops = Array(MultiThreadedEventLoopGroup.singleton.makeIterator())
        let first = Self.clients.wrappingAdd(1, ordering: .relaxed).oldValue
        let shares = ConnectionShare.shares(configuration, loops: loops.count)
        let mailboxes = shares.indices.map { Mailbox(on: loops[(first + $0) % loops.count]) }
        self.shares = shares
        self.mailboxes = mailboxes
        executor = LoopTaskExecutor(mailboxes[0].loop)
        inTurn = zip(mailboxes, shares).filter { $0.1.reads > 0 }.map { $0.0 }
        readers = Dictionary(inTurn.map { (ObjectIdentifier($0.loop), $0) }) { first, _ in first }
    }

    /// All transactions go here.
    var forTransactions: Mailbox { mailboxes[0] }
    /// Runs tasks on the loop that drives transactions.
    let executor: LoopTaskExecutor

    /// That of the caller's own event loop, where it has a connection; otherwise one after the other of those that have.
    var forReads: Mailbox {
        if let loop = MultiThreadedEventLoopGroup.currentEventLoop, let own = readers[ObjectIdentifier(loop)],
            own.board.hasOpenReads
        {
            return own
        }
        guard !inTurn.isEmpty else { return mailboxes[0] }
        let start = turn.wrappingAdd(1, ordering: .relaxed).newValue & Int.max
        for offset in inTurn.indices {
            let mailbox = inTurn[(start + offset) % inTurn.count]
            if mailbox.board.hasOpenReads { return mailbox }
        }
        return inTurn[start % inTurn.count]
    }

    func others(than mailbox: Mailbox) -> [Mailbox] { mailboxes.filter { $0 !== mailbox } }
}
