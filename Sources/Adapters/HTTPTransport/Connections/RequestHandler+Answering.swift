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
            let date = answers.dates.text(at: answers.dispatcher.clock.now())
            if let http1 {
                http1.writeWhole(answer, date: date)
            } else {
                write(answer, date, context)
            }
        }
        open.ended()
        takeWaiting()
    }

    private func write(_ answer: FinishedAnswer, _ date: String, _ context: ChannelHandlerContext) {
        let sent = isEnding && waiting.isEmpty ? context.eventLoop.makePromise(of: Void.self) : nil
        sent?.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        var head = answer.head
        head.headerFields[.date] = date
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if answer.body.readableBytes > 0 { context.write(wrapOutboundOut(.body(answer.body)), promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    }
}
