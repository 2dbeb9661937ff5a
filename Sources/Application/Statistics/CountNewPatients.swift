public import Domain

/// Counts the patients who were registered on days.
public struct CountNewPatients: Sendable {
    let access: StatisticsAccess

    /// - Returns: a number for each day.
    /// - Throws: `.notAllowed` for who may not read the audit trail.
    public func callAsFunction(on days: LocalDays, for caller: Caller) async throws(Failure) -> [Int] {
        try await access.reader(for: caller).newPatients(on: days)
    }
}
