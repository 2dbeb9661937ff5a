import NIOCore
import NIOHTTP1

extension ConnectionGuard {
    /// Looks whether the client has taken too long by now.
    func look(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        let waiting = ConnectionGuard.waitingBytes(context)
        if progress.isStalled(waiting: waiting, at: now) {
            onCut(.stalledAnswer, newName())
            state = .ended(closeAt: now)
            context.close(promise: nil)
            return
        }
        switch state {
        case .serving:
            if waiting > 0 { clock.answerLeaving(at: now) }
            if let reason = clock.overdue(at: now) { cut(reason, context) }
        case .ending:
            break
        case .ended(let closeAt):
            if waiting > 0 {
                state = .ended(closeAt: now + limits.farewell)
            } else if now >= closeAt {
                context.close(promise: nil)
            }
        }
    }

    /// Stops reading, and ends the connection once the answers to earlier requests are out.
    func cut(_ reason: ConnectionCut, _ context: ChannelHandlerContext) {
        let name = newName()
        if reason != .idle { onCut(reason, name) }
        state = .ending(reason, requestName: name)
        end(reason, name, context)
        if clock.isReadingBody { context.fireErrorCaught(reason) }
    }

    /// Tells the client why, if it is its turn to be told, and ends the connection.
    func end(_ reason: ConnectionCut, _ name: String, _ context: ChannelHandlerContext) {
        // The request that is being read may have its answer already, or be just getting it.
        let ownAnswers = clock.isReadingBody ? 1 : 0
        guard !isAnswerBegun, clock.openAnswers <= ownAnswers else { return }
        state = .ended(closeAt: context.eventLoop.now + limits.farewell)
        if clock.openAnswers == ownAnswers, let answer = reason.answer {
            write(answer.status, answer.detail, name, context)
        }
        context.flush()
        // Closing both ways at once would drop what is still to be sent, and reset the connection while the client is
        // sending, and with it the answer might be lost (RFC 9112, 9.6).
        context.close(mode: reason == .idle ? .all : .output, promise: nil)
    }

    /// Bids a client that asks before it sends a body to go on (RFC 9110, 10.1.1). Behind other answers it has to wait for
    /// its own.
    func sayContinue(to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard head.version == .http1_1, clock.openAnswers == 0,
            head.headers[canonicalForm: "expect"].contains(where: { $0.lowercased() == "100-continue" })
        else { return }
        let answer = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(answer)), promise: nil)
    }

    private func write(
        _ status: HTTPResponseStatus, _ detail: String, _ name: String, _ context: ChannelHandlerContext
    ) {
        var json = JSONWriter(capacity: 128)
        json.beginObject()
        json.member("detail", detail)
        json.endObject()
        let headers: HTTPHeaders = [
            "content-type": "application/json", "x-request-id": name, "cache-control": "no-store",
            "x-content-type-options": "nosniff", "content-length": String(json.bytes.count), "connection": "close",
        ]
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(
            wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: json.bytes)))), promise: nil)
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
    }

    /// The number of bytes that the client has not taken yet.
    static func waitingBytes(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }
}
