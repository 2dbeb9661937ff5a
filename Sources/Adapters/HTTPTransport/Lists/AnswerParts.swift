import Domain
import NIOCore

/// A list on its way: each of its parts is read and written when the client has taken what came before, so that no more
/// than one is in memory, however long the list is.
package struct AnswerParts: Sendable {
    private let count: Int
    private let beginning: ByteBuffer
    private let end: ByteBuffer
    private let elements: @Sendable (Int) async throws(Failure) -> ByteBuffer
    private var mayGoOn: (@Sendable () async throws(Failure) -> Bool)?
    private var index = 0
    private var hasElements = false

    /// - Parameters:
    ///   - count: how many parts there are.
    ///   - beginning: what stands before the first element.
    ///   - end: what stands behind the last one.
    ///   - elements: reads those of a part and writes them, with commas between them.
    init(
        _ count: Int, beginning: ByteBuffer, end: ByteBuffer,
        _ elements: @escaping @Sendable (Int) async throws(Failure) -> ByteBuffer
    ) {
        self.count = count
        self.beginning = beginning
        self.end = end
        self.elements = elements
    }

    /// Has it asked before each part from now on whether its caller may still see it.
    mutating func require(_ mayGoOn: @escaping @Sendable () async throws(Failure) -> Bool) { self.mayGoOn = mayGoOn }

    /// The next part, or `nil` behind the last one.
    ///
    /// - Throws: when it cannot be read, or may no longer be; what was written before is then no whole answer.
    mutating func next() async throws(Failure) -> ByteBuffer? {
        guard index < count else { return nil }
        if let mayGoOn, try await !mayGoOn() { throw .notSignedIn(.invalidToken) }
        var part = index == 0 ? beginning : ByteBuffer()
        var elements = try await elements(index)
        index += 1
        if elements.readableBytes > 0 {
            if hasElements { part.writeInteger(UInt8(ascii: ",")) }
            part.writeBuffer(&elements)
            hasElements = true
        }
        if index == count { part.writeImmutableBuffer(end) }
        return part
    }

    /// The next part, asked for once more where too much else waits: what was begun should come to its end.
    ///
    /// - Parameter pause: waits a moment, before each further attempt; a hundred times at most.
    mutating func next(pausing pause: @Sendable () async -> Void) async throws(Failure) -> ByteBuffer? {
        for _ in 0..<AnswerParts.mostAttempts {
            do throws(Failure) { return try await next() } catch {
                guard case .busy = error else { throw error }
            }
            await pause()
        }
        return try await next()
    }

    private static let mostAttempts = 100
}
