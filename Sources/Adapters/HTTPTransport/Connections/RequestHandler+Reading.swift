import HummingbirdCore
import NIOCore
import NIOHTTPTypes

extension RequestHandler {
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if isAnswering, case .head = reading {
            waiting.append(part)
        } else {
            take(part)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        handOnBegun()
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if isHoldingBack {
            isReadWanted = true
        } else {
            context.read()
        }
    }

    /// Goes on with what has waited for an answer.
    func takeWaiting() {
        while !waiting.isEmpty {
            if isAnswering, case .head = reading { break }
            take(waiting.removeFirst())
        }
        handOnBegun()
        readAgain()
    }

    private func take(_ part: HTTPRequestPart) {
        switch (reading, part) {
        case (.head, .head(let head)): reading = .whole(head, ByteBuffer())
        case (.whole(let head, var body), .body(var more)):
            // No copy of the body while it grows.
            reading = .head
            if body.readableBytes == 0 { body = more } else { body.writeBuffer(&more) }
            reading = .whole(head, body)
        case (.whole(let head, let body), .end):
            reading = .head
            answer(Request(head: head, body: RequestBody(buffer: body)))
        case (.body(let body), .body(let more)): body.append(more)
        case (.body(let body), .end):
            reading = .head
            body.end(.success(()))
        case (.head, .body), (.head, .end), (.whole, .head), (.body, .head):
            // Decoders do not send this.
            context?.close(promise: nil)
        }
    }

    /// A request whose rest is still on its way: its head is enough to begin with.
    private func handOnBegun() {
        guard case .whole(let head, let first) = reading else { return }
        let handler = NIOLoopBound(self, eventLoop: executor.loop)
        let body = IncomingBody(first) { [loop = executor.loop] in
            loop.execute { handler.value.readAgain() }
        }
        reading = .body(body)
        if let failure { body.end(.failure(failure)) }
        answer(Request(head: head, body: RequestBody(asyncSequence: body)), reading: body)
    }

    private var isHoldingBack: Bool {
        if case .body(let body) = reading { return body.isFull }
        return waiting.count >= IncomingBody.mostParts
    }

    private func readAgain() {
        guard isReadWanted, !isHoldingBack else { return }
        isReadWanted = false
        context?.read()
    }
}
