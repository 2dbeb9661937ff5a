import Application
import Domain
import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// Answers that go out in parts.
extension RequestHandler {
    /// Sends what follows behind the first part, each part when the client has taken most of the one before.
    ///
    /// - Parameter handler: on its loop alone.
    @inline(never)  // Its frame is large, and few answers need it.
    static func sendRest(
        of answer: FinishedAnswer, _ rest: AnswerParts, through handler: NIOLoopBound<RequestHandler>,
        _ executor: LoopExecutor, _ dispatcher: Dispatcher
    ) async {
        var rest = rest
        do throws(Failure) {
            while await room(handler, executor), let part = try await rest.next(pausing: executor.pause) {
                executor.onLoop { handler.value.sendPart(part.bytes, part.share) }
            }
            executor.onLoop { handler.value.endParts(of: answer) }
        } catch {
            dispatcher.log.noteBrokenOff(answer, by: error)
            executor.onLoop { handler.value.breakOff() }
        }
    }

    /// Sends all parts with their length: to a client of HTTP/1.0, which knows no chunks, a list that breaks off would look
    /// like a whole one. The parts are read twice, first to count their bytes.
    @inline(never)  // Its frame is large, and few answers need it.
    static func sendCounted(
        _ answer: FinishedAnswer, _ body: IncomingBody?, through handler: NIOLoopBound<RequestHandler>,
        _ executor: LoopExecutor, _ dispatcher: Dispatcher
    ) async {
        do throws(Failure) {
            let counted = try await answer.counted(pausing: executor.pause)
            guard let rest = counted.rest else { return executor.onLoop { handler.value.send(counted, body) } }
            executor.onLoop { handler.value.beginParts(counted, body) }
            await sendRest(of: counted, rest, through: handler, executor, dispatcher)
        } catch {
            dispatcher.log.noteBrokenOff(answer, by: error)
            executor.onLoop { handler.value.breakOff() }
        }
    }

    /// Waits until the client has taken most of what was written.
    ///
    /// - Returns: whether it can still take anything.
    private static func room(_ handler: NIOLoopBound<RequestHandler>, _ executor: LoopExecutor) async -> Bool {
        await withCheckedContinuation { continuation in
            executor.onLoop { handler.value.tell(continuation) }
        }
    }

    private func tell(_ waiting: CheckedContinuation<Bool, Never>) {
        guard let context, context.channel.isActive, http1?.isAnswering != false else {
            return waiting.resume(returning: false)
        }
        if context.channel.isWritable { waiting.resume(returning: true) } else { whoAwaitsRoom = waiting }
    }

    /// Whoever waits for room is told whether there will be any.
    func roomChanged(_ hasRoom: Bool) {
        whoAwaitsRoom?.resume(returning: hasRoom)
        whoAwaitsRoom = nil
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { roomChanged(true) }
        context.fireChannelWritabilityChanged()
    }

    /// Begins an answer in parts.
    func beginParts(_ answer: FinishedAnswer, _ body: IncomingBody?) {
        body?.abandon()
        let date = answers.dates.text(at: answers.dispatcher.clock.now())
        if let http1 {
            http1.writeHead(of: answer, date: date)
        } else if let context {
            var head = answer.head
            head.headerFields[.date] = date
            context.write(wrapOutboundOut(.head(head)), promise: nil)
        }
        sendPart(answer.body, answer.share)
    }

    /// - Parameter share: given back when the part is out, or will never be.
    private func sendPart(_ part: ByteBuffer, _ share: PartShare?) {
        guard let context else {
            share?.giveBack()
            return
        }
        let sent = context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.whenComplete { _ in share?.giveBack() }
        if let http1 { return http1.writePart(part, sent) }
        context.writeAndFlush(wrapOutboundOut(.body(part)), promise: sent)
    }

    private func endParts(of answer: FinishedAnswer) {
        if http1?.hasOtherLength == true { answers.dispatcher.log.noteOtherLength(answer) }
        if let http1 { http1.writeEnd() } else if let context { writeEnd(context) }
        answered()
    }

    /// In HTTP/2 a stream that ends before its answer does is reset.
    private func breakOff() {
        if let http1 { http1.breakOff() } else { context?.close(promise: nil) }
        answered()
    }
}
