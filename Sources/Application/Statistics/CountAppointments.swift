public import Domain

/// Counts the appointments of days by status.
public struct CountAppointments: Sendable {
    let access: StatisticsAccess

    /// - Returns: for each day how many appointments start on it in each status, 0 included.
    /// - Throws: `.notAllowed` for who may not read the audit trail.
    public func callAsFunction(
        on days: LocalDays, for caller: Caller
    ) async throws(Failure) -> [[AppointmentStatus: Int]] {
        let found = try await access.reader(for: caller).appointments(on: days)
        let none = Dictionary(uniqueKeysWithValues: AppointmentStatus.allCases.map { ($0, 0) })
        return found.map { none.merging($0) { _, count in count } }
    }
}
