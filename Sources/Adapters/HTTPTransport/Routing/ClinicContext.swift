import Domain
import Hummingbird
import NIOCore

/// What Hummingbird carries along with a request; everything else of ours is in `Exchange`.
struct ClinicContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The other end of the connection.
    let peer: ClientAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress.flatMap { ClientAddress($0) }
    }
}
