import Domain

/// What became of work on many records.
enum BulkOutcome {
    /// Does something to each record by itself. Nothing more is tried once the database cannot do it for now: what is
    /// left is then undone for the same reason.
    ///
    /// - Parameter perform: says whether there was anything to do.
    /// - Returns: those to which it was not done, and why.
    static func undone(
        _ numbers: [Int64], _ perform: (Int64) async throws(Failure) -> Bool
    ) async -> [(number: Int64, failure: Failure)] {
        var undone: [(number: Int64, failure: Failure)] = []
        var end: Failure?
        for number in numbers {
            if let end {
                undone.append((number, end.forOthers))
                continue
            }
            do throws(Failure) {
                _ = try await perform(number)
            } catch {
                undone.append((number, error))
                if error.endsBulkWork { end = error }
            }
        }
        return undone
    }
}

extension Failure {
    /// Whether what was tried cannot be done to any other record either, for now.
    var endsBulkWork: Bool {
        switch self {
        case .busy, .unavailable: true
        case .unreadable, .invalid, .notFound, .conflict, .notSignedIn, .throttled, .dutyFirst, .notAllowed, .outdated,
            .retried:
            false
        }
    }

    /// The same for a record that was not tried: of that the outcome is known.
    fileprivate var forOthers: Failure {
        if case .unavailable = self { .busy } else { self }
    }
}
