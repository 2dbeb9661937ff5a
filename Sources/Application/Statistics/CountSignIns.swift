public import Domain

/// Counts how often somebody signed in on days, and how often somebody was refused.
public struct CountSignIns: Sendable {
    let access: StatisticsAccess

    /// - Returns: a count for each day.
    /// - Throws: `.notAllowed` for who may not read the audit trail.
    public func callAsFunction(on days: LocalDays, for caller: Caller) async throws(Failure) -> [SignInCount] {
        let found = try await access.reader(for: caller).events([.sessionStarted, .signInRefused], on: days)
        return found.map { SignInCount(begun: $0[.sessionStarted] ?? 0, refused: $0[.signInRefused] ?? 0) }
    }
}

/// How attempts to sign in ended.
public struct SignInCount: Equatable, Sendable {
    /// Sessions that began, those of new accounts included.
    public let begun: Int
    /// A wrong name, password or code. Attempts that had to wait because too many had failed are not among them.
    public let refused: Int
}
