public import Domain

/// What stands against a proposal at this moment.
public struct BookingForecast: Equatable, Sendable {
    /// What a booking would be refused for, most important first; nothing when it would be accepted.
    public let refusals: [DiaryRefusal]
    /// Times held with the doctor that overlap, by start.
    public let doctorCollisions: [HeldTime]
    /// Times held by the patient with other doctors that overlap, by start.
    public let patientCollisions: [HeldTime]

    public init(refusals: [DiaryRefusal], doctorCollisions: [HeldTime], patientCollisions: [HeldTime]) {
        self.refusals = refusals
        self.doctorCollisions = doctorCollisions
        self.patientCollisions = patientCollisions
    }
}

/// A time that is not free.
public struct HeldTime: Equatable, Sendable {
    public let slot: Slot
    /// What holds it; `nil` for who may not see that appointment.
    public let entry: AgendaEntry?
}
