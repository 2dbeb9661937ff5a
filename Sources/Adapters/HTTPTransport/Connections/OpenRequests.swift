import NIOCore

/// The requests of one connection that are being answered. Confined to the connection's event loop.
final class OpenRequests {
    private var count = 0
    private var isClosed = false
    private let promise: EventLoopPromise<Void>

    /// - Parameter channel: the connection.
    init(of channel: any Channel) {
        promise = channel.eventLoop.makePromise()
        channel.closeFuture.assumeIsolated().whenComplete { _ in
            self.isClosed = true
            self.look()
        }
    }

    /// When the connection is closed and nothing is being answered any more.
    var finished: EventLoopFuture<Void> { promise.futureResult }

    func began() { count += 1 }

    func ended() {
        count -= 1
        look()
    }

    private func look() {
        if isClosed, count == 0 { promise.succeed() }
    }
}
