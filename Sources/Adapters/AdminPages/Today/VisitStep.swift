import Domain

/// What a button on the board does: an appointment, as it was shown, gets a status.
struct VisitStep: Equatable, Sendable {
    let appointment: AppointmentID
    /// The version that was shown.
    let version: Instant
    /// As it was sent.
    let status: String

    /// The name of the buttons.
    static let field = "visit"

    init(appointment: AppointmentID, version: Instant, status: String) {
        (self.appointment, self.version, self.status) = (appointment, version, status)
    }

    /// The value of a button; the script makes the others of a row from its first one.
    var text: String { "\(appointment.number) \(version.microseconds) \(status)" }

    /// - Returns: `nil` for what no button says.
    init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, let id = Int64(parts[0]).flatMap({ AppointmentID($0) }), let version = Int64(parts[1])
        else { return nil }
        self.init(appointment: id, version: Instant(microseconds: version), status: String(parts[2]))
    }
}
