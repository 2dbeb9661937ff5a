import NIOCore

/// The requests of one connection that are being answered. Confined to the connection's event loop.
final class OpenRequests {
    private var count = 0
    private var isClosed = false
    private let promise: EventLoopPromise<Void>
    private let metrics: ServerMetrics

    /// - Parameters:
    ///   - channel: the connection.
    ///   - metrics: where it is counted.
    init(of channel: any Channel, countedBy metrics: ServerMetrics) {
        promise = channel.eventLoop.makePromise()
        self.metrics = metrics
        metrics.connectionOpened()
        channel.closeFuture.assumeIsolated().whenComplete { _ in
            metrics.connectionClosed()
            self.isClosed = true
            self.look()
        }
    }

    /// When the connection is closed and nothing is being answered any more.
    var finished: EventLoopFuture<Void> { promise.futureResult }

    func began() {
        count += 1
        metrics.requestBegan()
    }

    func ended() {
        count -= 1
        metrics.requestEnded()
        look()
    }

    private func look() {
        if isClosed, count == 0 { promise.succeed() }
    }
}
