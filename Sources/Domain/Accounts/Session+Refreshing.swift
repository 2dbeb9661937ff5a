extension Session {
    /// For so many seconds after a refresh token was first used, the one from which it was issued still works, for calls
    /// that were under way together.
    public static let graceSeconds: Int64 = 10

    /// Notes that a refresh token of this generation is used.
    ///
    /// A token works until one that was issued from it has been used, so a client may keep its first one for ever. From
    /// then on, but for the time of grace, using it means that two parties share the session.
    /// - Returns: the generation of the refresh token to issue; `nil` when the session has to end.
    public mutating func refresh(with used: Int, at now: Instant) -> Int? {
        // A damaged row may have any number.
        switch used {
        case generation:
            return generation &+ 1
        case generation &+ 1:
            generation = used
            advancedAt = now
            return generation &+ 1
        case generation &- 1:
            guard let advancedAt, now <= advancedAt.adding(seconds: Session.graceSeconds) else { return nil }
            return generation
        default:
            return nil
        }
    }
}
