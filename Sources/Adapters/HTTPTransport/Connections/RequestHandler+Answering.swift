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
        let takesParts = http1?.isOldClient != true
        Task(executorPreference: executor) {
            let answer = await answers.dispatcher.finishedAnswer(to: request, from: peer)
            guard let rest = answer.rest else { return executor.onLoop { handler.value.send(answer, body) } }
            guard takesParts else {
                return await RequestHandler.sendWhole(answer, body, through: handler, executor, answers.dispatcher)
            }
            executor.onLoop { handler.value.beginParts(answer, body) }
            await RequestHandler.sendRest(of: answer, rest, through: handler, executor, answers.dispatcher)
        }
    }

    func send(_ answer: FinishedAnswer, _ body: IncomingBody?) {
        body?.abandon()
        if let context {
            let date = answers.dates.text(at: answers.dispatcher.clock.now())
            if let http1 {
                http1.writeWhole(answer, date: date)
            } else {
                write(answer, date, context)
            }
        }
        answered()
    }

    /// Goes on behind an answer.
    func answered() {
        isAnswering = false
        open.ended()
        takeWaiting()
    }

    private func write(_ answer: FinishedAnswer, _ date: String, _ context: ChannelHandlerContext) {
        var head = answer.head
        head.headerFields[.date] = date
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if answer.body.readableBytes > 0 { context.write(wrapOutboundOut(.body(answer.body)), promise: nil) }
        writeEnd(context)
    }

    /// Ends an answer, and the stream behind it when that was its last.
    func writeEnd(_ context: ChannelHandlerContext) {
        let sent = isEnding && waiting.isEmpty ? context.eventLoop.makePromise(of: Void.self) : nil
        sent?.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
    }
}
