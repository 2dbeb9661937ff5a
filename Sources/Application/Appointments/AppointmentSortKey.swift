public import Domain

/// What appointments can be sorted by; the status by its code.
public enum AppointmentSortKey: SortKey {
    case id, start, status, createdAt, updatedAt

    public static let standardOrder: [Ordering<AppointmentSortKey>] = [Ordering(.start), Ordering(.id)]

    public var kind: SortValue.Kind {
        switch self {
        case .id: .id
        case .status: .text
        case .start, .createdAt, .updatedAt: .instant
        }
    }

    /// What an appointment has in this key.
    public func value(of appointment: Appointment) -> SortValue {
        switch self {
        case .id: .number(appointment.id.number)
        case .start: .instant(appointment.details.slot.start.instant)
        case .status: .text(appointment.details.status.rawValue)
        case .createdAt: .instant(appointment.createdAt)
        case .updatedAt: .instant(appointment.updatedAt)
        }
    }
}
