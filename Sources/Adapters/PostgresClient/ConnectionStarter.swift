import CLibPQ
import Glibc

/// Begins to open connections. libpq looks up a host's name in a call that may block, so it is made on a short-lived
/// thread, and what it gave is handed to the reactor.
struct ConnectionStarter: Sendable {
    /// A connection that has begun to open. It belongs to whoever takes it, one thread at a time.
    struct Started: @unchecked Sendable {
        let raw: OpaquePointer?
        /// For which socket of which connection it was begun.
        let token: UInt64

        /// Nobody wants it any more.
        func abandon() { PQfinish(raw) }
    }

    let mailbox: Mailbox

    /// False when the system has no thread left.
    func start(_ parameters: [String: String], token: UInt64) -> Bool {
        DetachedThread.start(named: "pg-connect") {
            mailbox.post(.started(Started(raw: Self.raw(parameters), token: token)))
        }
    }

    private static func raw(_ parameters: [String: String]) -> OpaquePointer? {
        let keys = parameters.keys.sorted()
        let strings = keys.map { strdup($0) } + keys.map { strdup(parameters[$0] ?? "") }
        defer { for string in strings { free(string) } }
        let keywords = strings.prefix(keys.count).map { UnsafePointer($0) } + [nil]
        let values = strings.suffix(keys.count).map { UnsafePointer($0) } + [nil]
        return PQconnectStartParams(keywords, values, 0)
    }
}
