public import Domain

/// Days that follow one another, as long as they are where they are counted: whoever knows the time zone says when each begins.
public struct LocalDays: Equatable, Sendable {
    /// When each day begins, and at last when the last one ends.
    public let boundaries: [Instant]

    /// - Throws: `.invalid` for `to` when there is no day, or more than `most`, when they are not in their order, or not in
    ///   the years 1900 to 2999.
    public init(_ boundaries: [Instant]) throws(Failure) {
        guard (2...LocalDays.most + 1).contains(boundaries.count),
            zip(boundaries, boundaries.dropFirst()).allSatisfy({ $0 < $1 }),
            boundaries.allSatisfy({ (1900...2999).contains($0.date.year) })
        else { throw .invalid([FieldError(.to, .timeOutOfRange)]) }
        self.boundaries = boundaries
    }

    /// How many days there are.
    public var count: Int { boundaries.count - 1 }
    /// When the first day begins.
    public var from: Instant { boundaries[0] }
    /// When the last day ends.
    public var to: Instant { boundaries[boundaries.count - 1] }

    /// The greatest number of days.
    public static let most = 92
}
