/// How far a doctor's care for a patient has come, with the code under which it is written down.
public enum AssignmentStatus: String, Sendable, CaseIterable {
    case active
    case inactive
    case completed

    /// The status after a request that may name a status, say whether the mapping is active, or both.
    ///
    /// Alone, activity `false` makes an active mapping inactive and leaves a completed one alone.
    /// - Throws: `Failure.conflict(.statusAndActivityDisagree)` when both are named and contradict each other.
    public func changed(to status: AssignmentStatus?, isActive: Bool?) throws(Failure) -> AssignmentStatus {
        guard let isActive else { return status ?? self }
        if let status {
            guard (status == .active) == isActive else { throw .conflict(.statusAndActivityDisagree) }
            return status
        }
        if isActive { return .active }
        return self == .active ? .inactive : self
    }
}
