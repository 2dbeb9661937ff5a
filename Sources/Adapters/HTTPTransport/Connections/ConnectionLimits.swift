import NIOCore
import NIOHTTP1

/// What a client may cost a connection before it is cut.
struct ConnectionLimits: Equatable, Sendable {
    /// From connecting, or from the first byte of a later request, to the end of its head.
    var head: TimeAmount = .seconds(10)
    /// From the first byte of a request to its last.
    var request: TimeAmount = .seconds(30)
    /// For how long an answer may wait for the client to take some of it.
    var answerStall: TimeAmount = .seconds(30)
    /// How much of an answer, in bytes, or all that is left of it, has to leave within `answerStall`. Whoever takes a long answer slowly holds
    /// its memory for so long.
    var answerProgress = 1_048_576
    /// Between an answer and the next request.
    var idle: TimeAmount = .seconds(60)
    /// From an answer that ends a connection to its end, for the client to read the answer.
    var farewell: TimeAmount = .seconds(2)

    /// The least number of bytes a second, on the average, of a body.
    var bodyBytesPerSecond = 1_024
    /// For how long a body may be slower than that.
    var bodyGrace: TimeAmount = .seconds(5)

    /// The greatest length of a request's target, in bytes (answered by 414).
    var targetBytes = 8_192
    /// The greatest number of header fields (431).
    var fieldCount = 100
    /// The greatest length of target, header names and values together, in bytes (431).
    var fieldBytes = 16_384

    /// The greatest length of a body, in bytes. What is longer is refused by others; here it is only not asked for.
    var bodyBytes = 1_048_576

    /// How many connections may be open at once; further ones wait in the system's queue until one ends.
    var connections = 4_096

    /// The part of the limits that the decoder keeps by itself.
    var decoder: NIOHTTPDecoderLimitConfiguration {
        // One field may be as long as all together: who is too long is told apart afterwards.
        var decoder = NIOHTTPDecoderLimitConfiguration()
        decoder.maxHeaderFieldSize = fieldBytes
        decoder.maxHeaderListSize = fieldBytes
        decoder.maxHeaderFieldCount = fieldCount
        return decoder
    }
}
