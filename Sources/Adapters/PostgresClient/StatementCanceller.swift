import CLibPQ
import Glibc
import Synchronization

/// Asks the server to cancel what a connection runs. PQcancel blocks, so it has a short-lived thread of its own;
/// past a few at a time the request is left out, since it only saves the server work.
final class StatementCanceller: Sendable {
    /// A PGcancel is libpq's own copy of what is needed, made to be used from any thread, here by one only.
    private struct Ticket: @unchecked Sendable {
        let cancel: OpaquePointer
    }

    static let limit = 8
    private let running = Atomic(0)

    /// Never for a connection that runs a COMMIT.
    func cancel(_ connection: OpaquePointer) {
        guard running.load(ordering: .relaxed) < Self.limit, let cancel = PQgetCancel(connection) else { return }
        let ticket = Ticket(cancel: cancel)
        running.add(1, ordering: .relaxed)
        let isStarted = DetachedThread.start(named: "pg-cancel") { [self] in
            var message = [CChar](repeating: 0, count: 256)
            _ = PQcancel(ticket.cancel, &message, CInt(message.count))
            PQfreeCancel(ticket.cancel)
            running.subtract(1, ordering: .relaxed)
        }
        guard !isStarted else { return }
        PQfreeCancel(cancel)
        running.subtract(1, ordering: .relaxed)
    }
}
