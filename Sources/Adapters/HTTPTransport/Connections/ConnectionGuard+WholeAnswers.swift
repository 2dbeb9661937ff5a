import NIOCore
import NIOHTTP1

extension ConnectionGuard {
    /// Writes an answer whose body is known as a whole, as bytes, past the encoder: what `write` does with its parts, in
    /// one go. Every answer says its length itself, or is one that has no body.
    func writeWhole(_ answer: FinishedAnswer, date: String) {
        guard let context, let encoder = encoderContext else { return }
        if case .ended = state { return }
        let isLast = isLastAnswer
        // What is long goes out as it is: a copy would hold its memory twice.
        let isLong = answer.body.readableBytes > 65_536
        var bytes = takeSpareBytes(1_024 + (isLong ? 0 : answer.body.readableBytes))
        bytes.writeHead(of: answer, date: date, isLast: isLast)
        clock.answerEnded(at: context.eventLoop.now)
        let sent = isLast ? context.eventLoop.makePromise(of: Void.self) : nil
        if isLong {
            encoder.write(NIOAny(bytes), promise: nil)
            encoder.write(NIOAny(answer.body), promise: sent)
        } else {
            bytes.writeImmutableBuffer(answer.body)
            encoder.write(NIOAny(bytes), promise: sent)
        }
        if bytes.capacity <= Self.spareLimit { spareBytes = bytes }
        answerWritten(context, sent?.futureResult)
        context.flush()
    }

    /// The last answer's memory when that is out, or else new memory.
    private func takeSpareBytes(_ capacity: Int) -> ByteBuffer {
        var bytes = spareBytes
        // Held once, or it would be taken for somebody else's.
        spareBytes = ByteBuffer()
        bytes.clear(minimumCapacity: capacity)
        return bytes
    }

    /// So much an idle connection may hold.
    private static let spareLimit = 4_096
}
