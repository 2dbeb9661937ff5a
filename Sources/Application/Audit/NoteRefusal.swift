public import Domain

/// Notes that a caller was refused something before any use case was asked, as while a duty stands before the caller.
public struct NoteRefusal: Sendable {
    let storage: any Storage
    let clock: any WallClock

    /// - Parameter subject: the record that the caller meant, whether there is one or not.
    /// - Returns: the failure, to be thrown.
    /// - Throws: when it cannot be noted.
    public func callAsFunction(
        _ failure: Failure, to caller: Caller, on subject: AuditSubject? = nil
    ) async throws(Failure) -> Failure {
        try await storage.refused(failure, to: caller, on: subject, at: clock.now())
    }
}
