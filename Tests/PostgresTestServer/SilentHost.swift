import Foundation

/// A TCP port on 127.0.0.1 that takes connections and never says anything, as a host does that hangs.
public final class SilentHost: Sendable {
    public let port: Int
    private let descriptor: Int32

    public init() throws {
        port = try freePort()
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        // `deinit` closes the descriptor then, too.
        guard bindToLoopback(descriptor, port), listen(descriptor, 16) == 0 else {
            throw Shell.Failure(description: "cannot listen on port \(port)")
        }
    }

    deinit { close(descriptor) }
}
