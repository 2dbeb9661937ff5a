/// What stands in the way of an appointment: the parts of a doctor's and a patient's diaries around its time.
///
/// The store fills it while nobody else can book for either; the decision is made here.
public struct Diary: Equatable, Sendable {
    /// Whether the doctor takes appointments at all.
    public var doctorIsAvailable: Bool
    /// The greatest number of appointments that may start on one day.
    public var cap: DailyCap?
    /// How many of the doctor's appointments that hold time start on the day in question.
    public var startsOnDay: Int
    /// Times held with this doctor, whoever the patient is.
    public var doctorSlots: [Slot]
    /// Times held by this patient with other doctors.
    public var patientSlots: [Slot]

    /// The appointment in question must not be among the slots or the count.
    public init(doctorIsAvailable: Bool, cap: DailyCap?, startsOnDay: Int, doctorSlots: [Slot], patientSlots: [Slot]) {
        self.doctorIsAvailable = doctorIsAvailable
        self.cap = cap
        self.startsOnDay = startsOnDay
        self.doctorSlots = doctorSlots
        self.patientSlots = patientSlots
    }

    /// Accepts a time, or says everything that stands against it.
    ///
    /// - Throws: `Failure.conflict(.diary)` with all refusals.
    public func accept(_ slot: Slot) throws(Failure) {
        let refusals = refusals(of: slot)
        guard refusals.isEmpty else { throw .conflict(.diary(refusals)) }
    }

    /// Everything that stands against a time, in the order of `DiaryRefusal`; nothing when it can be accepted.
    public func refusals(of slot: Slot) -> [DiaryRefusal] {
        var refusals: [DiaryRefusal] = []
        if doctorSlots.contains(where: slot.overlaps) { refusals.append(.doctorConflict) }
        if patientSlots.contains(where: slot.overlaps) { refusals.append(.patientConflict) }
        if let cap, startsOnDay >= cap.number { refusals.append(.dayFull) }
        if !doctorIsAvailable { refusals.append(.doctorUnavailable) }
        return refusals
    }
}

/// Why a diary refuses an appointment, most important first.
public enum DiaryRefusal: Sendable, CaseIterable {
    /// The doctor has an appointment at this time.
    case doctorConflict
    /// The patient has an appointment with another doctor at this time.
    case patientConflict
    /// The doctor's cap for the day is reached.
    case dayFull
    /// The doctor takes no appointments.
    case doctorUnavailable
}
