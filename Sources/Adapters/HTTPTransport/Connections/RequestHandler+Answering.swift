import Application
import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTPTypes

extension RequestHandler {
    /// Begins to answer a request.
    ///
    /// - Parameter body: what is to be given up when the answer does not ask for all of it.
    func answer(_ request: Request, reading body: IncomingBody? = nil) {
        isAnswering = true
        open.began()
        if request.headers[.connection] == "close" { isLastRequest = true }
        let handler = NIOLoopBound(self, eventLoop: executor.loop)
        let (answers, executor, peer) = (answers, executor, peer)
        Task(executorPreference: executor) {
            let answer = await answers.dispatcher.finishedAnswer(to: request, from: peer)
            if executor.loop.inEventLoop {
                handler.value.send(answer, body)
            } else {
                executor.loop.execute { handler.value.send(answer, body) }
            }
        }
    }

    private func send(_ answer: FinishedAnswer, _ body: IncomingBody?) {
        isAnswering = false
        body?.abandon()
        if let context {
            var head = answer.head
            head.headerFields[.date] = answers.dates.text(at: answers.dispatcher.clock.now())
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            if answer.body.readableBytes > 0 { context.write(wrapOutboundOut(.body(answer.body)), promise: nil) }
            let isLast = isLastRequest || (isEnding && waiting.isEmpty)
            let sent = isLast ? context.eventLoop.makePromise(of: Void.self) : nil
            sent?.futureResult.assumeIsolated().whenComplete { _ in context.close(mode: .output, promise: nil) }
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
        }
        open.ended()
        takeWaiting()
    }
}
