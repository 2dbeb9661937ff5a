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
        if request.headers[one: .connection] == "close" { isLastRequest = true }
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
            let isLast = isLastRequest || (isEnding && waiting.isEmpty)
            let sent = isLast ? context.eventLoop.makePromise(of: Void.self) : nil
            // A client that wanted this to be the last is left to end its own half; when the server ends, nobody waits.
            let mode: CloseMode = isLastRequest ? .output : .all
            sent?.futureResult.assumeIsolated().whenComplete { _ in context.close(mode: mode, promise: nil) }
            let date = answers.dates.text(at: answers.dispatcher.clock.now())
            if let http1 {
                http1.writeWhole(answer, date: date, promise: sent)
            } else {
                write(answer, date, context, promise: sent)
            }
        }
        open.ended()
        takeWaiting()
    }

    private func write(
        _ answer: FinishedAnswer, _ date: String, _ context: ChannelHandlerContext, promise: EventLoopPromise<Void>?
    ) {
        var head = answer.head
        head.headerFields[.date] = date
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if answer.body.readableBytes > 0 { context.write(wrapOutboundOut(.body(answer.body)), promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: promise)
    }
}
