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
            let begun = await RequestHandler.begin(
                { await answers.dispatcher.finishedAnswer(to: request, from: peer) }, body, inParts: takesParts,
                through: handler, executor)
            guard let begun, let rest = begun.rest else { return }
            if takesParts {
                await RequestHandler.sendRest(of: begun, rest, through: handler, executor, answers.dispatcher)
            } else {
                await RequestHandler.sendCounted(begun, body, through: handler, executor, answers.dispatcher)
            }
        }
    }

    /// Sends an answer, or the first of its parts.
    ///
    /// - Parameter inParts: whether the client takes parts; else none of them is sent.
    /// - Returns: of an answer with more parts, all but the first one's bytes, which nobody holds while the others are sent.
    private static func begin(
        _ answer: @Sendable () async -> FinishedAnswer, _ body: IncomingBody?, inParts: Bool,
        through handler: NIOLoopBound<RequestHandler>, _ executor: LoopExecutor
    ) async -> FinishedAnswer? {
        let answer = await answer()
        guard answer.rest != nil else {
            executor.onLoop { handler.value.send(answer, body) }
            return nil
        }
        if inParts {
            executor.onLoop { handler.value.beginParts(answer, body) }
        } else {
            answer.share?.giveBack()
        }
        return answer.withoutFirst
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
