import Domain
import NIOCore

/// A list on its way: each of its parts is read and written when the client has taken what came before, so that no more
/// than one is in memory, however long the list is.
package struct AnswerParts: Sendable {
    /// The most that each part may take while it is made and sent.
    private let sizes: [Int]
    private let beginning: ByteBuffer
    private let end: ByteBuffer
    private let elements: @Sendable (Int) async throws(Failure) -> ByteBuffer
    private var terms: Terms?
    private var index = 0
    private var hasElements = false

    /// On what terms parts are read.
    struct Terms: Sendable {
        /// Where there has to be room for each.
        let budget: PartBudget
        /// Whose list it is.
        let account: AccountID
        /// Whether whoever asked may still see it.
        let mayGoOn: @Sendable () async throws(Failure) -> Bool

        fileprivate func share(of bytes: Int) async throws(Failure) -> PartShare {
            try await budget.share(of: bytes, for: account)
        }
    }

    /// - Parameters:
    ///   - sizes: for each part, how many bytes it may take.
    ///   - beginning: what stands before the first element.
    ///   - end: what stands behind the last one.
    ///   - elements: reads those of a part and writes them, with commas between them.
    init(
        _ sizes: [Int], beginning: ByteBuffer, end: ByteBuffer,
        _ elements: @escaping @Sendable (Int) async throws(Failure) -> ByteBuffer
    ) {
        self.sizes = sizes
        self.beginning = beginning
        self.end = end
        self.elements = elements
    }

    /// Has each part from now on read on these terms alone.
    mutating func require(_ terms: Terms) { self.terms = terms }

    /// The same list from its first part.
    var fromTheFirst: AnswerParts {
        var parts = self
        (parts.index, parts.hasElements) = (0, false)
        return parts
    }

    /// The next part, or `nil` behind the last one.
    ///
    /// - Throws: when it cannot be read, or may no longer be; what was written before is then no whole answer.
    mutating func next() async throws(Failure) -> AnswerPart? {
        guard index < sizes.count else { return nil }
        let share = try await terms?.share(of: sizes[index])
        do throws(Failure) {
            if let terms, try await !terms.mayGoOn() { throw .notSignedIn(.invalidToken) }
            let part = frame(try await elements(index))
            share?.settle(on: part.readableBytes)
            return AnswerPart(bytes: part, share: share)
        } catch {
            share?.giveBack()
            throw error
        }
    }

    /// With what stands around the elements.
    private mutating func frame(_ elements: ByteBuffer) -> ByteBuffer {
        var elements = elements
        var part = index == 0 ? beginning : ByteBuffer()
        index += 1
        if elements.readableBytes > 0 {
            if hasElements { part.writeInteger(UInt8(ascii: ",")) }
            part.writeBuffer(&elements)
            hasElements = true
        }
        if index == sizes.count { part.writeImmutableBuffer(end) }
        return part
    }

    /// The next part, asked for once more where too much else waits: what was begun should come to its end.
    ///
    /// - Parameter pause: waits a moment, before each further attempt; a hundred times at most.
    mutating func next(pausing pause: @Sendable () async -> Void) async throws(Failure) -> AnswerPart? {
        for _ in 0..<AnswerParts.mostAttempts {
            do throws(Failure) { return try await next() } catch {
                guard case .busy = error else { throw error }
            }
            await pause()
        }
        return try await next()
    }

    /// How many bytes all parts have together. Each is read for that, and none kept.
    ///
    /// - Parameter pause: as for `next`.
    func length(pausing pause: @Sendable () async -> Void) async throws(Failure) -> Int {
        var parts = fromTheFirst
        var length = 0
        while let part = try await parts.next(pausing: pause) {
            length += part.bytes.readableBytes
            part.share?.giveBack()
        }
        return length
    }

    private static let mostAttempts = 100
}

/// A part that was read.
struct AnswerPart: Sendable {
    let bytes: ByteBuffer
    /// What it holds until the client has taken it.
    let share: PartShare?
}
