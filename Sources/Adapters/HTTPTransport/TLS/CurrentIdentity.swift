import NIOSSL
import Synchronization

/// The certificate that new connections get. It can be exchanged while the server runs.
final class CurrentIdentity: Sendable {
    private let identity: Mutex<TLSIdentity>

    init(_ identity: TLSIdentity) {
        self.identity = Mutex(identity)
    }

    var context: NIOSSLContext { identity.withLock { $0.context } }

    func replace(by new: TLSIdentity) {
        identity.withLock { $0 = new }
    }
}
