import NIOCore
import NIOHPACK

/// Frames of HTTP/2 as a client writes and reads them, right or wrong (RFC 9113, 4.1).
enum HTTP2Bytes {
    enum Kind: UInt8 {
        case data = 0
        case headers, priority, reset, settings, pushPromise, ping, goAway, windowUpdate, continuation
    }

    struct Frame {
        let kind: Kind?
        let stream: Int
        let payload: [UInt8]
        let endsHeaders: Bool
        /// Whether its stream ends with it.
        let isLast: Bool
    }

    static let endStream: UInt8 = 1
    static let endHeaders: UInt8 = 4

    /// What every client begins with, and its settings: the usual ones.
    static let hello = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + frame(.settings)

    static func frame(_ kind: Kind, flags: UInt8 = 0, stream: Int = 0, _ payload: [UInt8] = []) -> [UInt8] {
        number(payload.count).dropFirst() + [kind.rawValue, flags] + number(stream) + payload
    }

    /// The head of a request, in one frame unless `flags` say otherwise.
    static func request(
        _ stream: Int, _ fields: [(String, String)] = get, flags: UInt8 = endStream | endHeaders
    ) -> [UInt8] {
        frame(.headers, flags: flags, stream: stream, block(fields))
    }

    static let get = head("GET", "/healthz")

    static func head(_ method: String, _ path: String, _ more: [(String, String)] = []) -> [(String, String)] {
        [(":method", method), (":scheme", "https"), (":authority", "localhost"), (":path", path)] + more
    }

    /// Fields one by one, as literals that nobody has to remember (RFC 7541, 6.2.2).
    static func block(_ fields: [(String, String)]) -> [UInt8] {
        fields.flatMap { [0] + text($0.0) + text($0.1) }
    }

    /// Streams by number with the fields of their answer; trailing bytes that are no whole frame are left out.
    static func answers(in bytes: [UInt8]) throws -> [Int: [String: String]] {
        var decoder = HPACKDecoder(allocator: ByteBufferAllocator())
        var answers: [Int: [String: String]] = [:]
        for frame in frames(in: bytes) where frame.kind == .headers {
            var block = ByteBuffer(bytes: frame.payload)
            for (name, value, _) in try decoder.decodeHeaders(from: &block) {
                answers[frame.stream, default: [:]][name] = value
            }
        }
        return answers
    }

    /// The reason of the last GOAWAY (RFC 9113, 7), if there was one.
    static func farewell(in bytes: [UInt8]) -> Int? {
        frames(in: bytes).last { $0.kind == .goAway }.map { $0.payload[4..<8].reduce(0) { $0 << 8 | Int($1) } }
    }

    /// The numbers of the streams that were reset.
    static func resets(in bytes: [UInt8]) -> [Int] {
        frames(in: bytes).filter { $0.kind == .reset }.map(\.stream)
    }

    static func frames(in bytes: [UInt8]) -> [Frame] {
        var (frames, rest): ([Frame], ArraySlice<UInt8>) = ([], bytes[...])
        while rest.count >= 9 {
            let head = Array(rest.prefix(9))
            let length = head[..<3].reduce(0) { $0 << 8 | Int($1) }
            guard rest.count >= 9 + length else { break }
            let stream = head[5...].reduce(0) { $0 << 8 | Int($1) }
            frames.append(
                Frame(
                    kind: Kind(rawValue: head[3]), stream: stream, payload: Array(rest.dropFirst(9).prefix(length)),
                    endsHeaders: head[4] & endHeaders != 0, isLast: head[4] & endStream != 0))
            rest = rest.dropFirst(9 + length)
        }
        return frames
    }

    private static func number(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// A string literal without Huffman's code (RFC 7541, 5.2).
    private static func text(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard bytes.count >= 127 else { return [UInt8(bytes.count)] + bytes }
        var (length, rest): ([UInt8], Int) = ([127], bytes.count - 127)
        while rest >= 128 {
            length.append(UInt8(rest % 128 + 128))
            rest /= 128
        }
        return length + [UInt8(rest)] + bytes
    }
}
