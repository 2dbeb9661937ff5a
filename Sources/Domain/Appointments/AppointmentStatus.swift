/// Where an appointment stands, with the code under which it is written down.
public enum AppointmentStatus: String, Sendable, CaseIterable {
    case scheduled = "SCHEDULED"
    case checkedIn = "CHECKED_IN"
    case completed = "COMPLETED"
    case cancelled = "CANCELLED"
    case noShow = "NO_SHOW"

    /// Whether an appointment with this status keeps others from its time.
    public var holdsTime: Bool {
        switch self {
        case .scheduled, .checkedIn, .completed: true
        case .cancelled, .noShow: false
        }
    }

    /// Whether an appointment may go from this status to the other; staying is always possible.
    public func canBecome(_ next: AppointmentStatus) -> Bool {
        guard next != self else { return true }
        return switch self {
        case .scheduled: true
        case .checkedIn: next != .noShow
        case .noShow: next == .checkedIn
        case .cancelled: next == .scheduled
        case .completed: false
        }
    }
}
