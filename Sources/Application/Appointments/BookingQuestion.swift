public import Domain

/// What has to be known before an appointment is kept or changed.
public struct BookingQuestion: Equatable, Sendable {
    /// People of whom it is asked whether they are there; `nil` where nobody is to be looked for.
    public var doctor: DoctorID?
    public var patient: PatientID?
    /// The appointment as it is to be, when the diaries of its people have to be asked.
    public var planned: AppointmentDetails?
    /// The appointment that is being changed, which does not count against itself; `nil` for a new one.
    public var changed: AppointmentID?

    public init(
        doctor: DoctorID? = nil, patient: PatientID? = nil, planned: AppointmentDetails? = nil,
        changed: AppointmentID? = nil
    ) {
        self.doctor = doctor
        self.patient = patient
        self.planned = planned
        self.changed = changed
    }
}

/// The answer to a `BookingQuestion`.
public struct BookingFacts: Equatable, Sendable {
    /// Whether they are there: a doctor, and a patient within a scope. Nobody is.
    public var doctorIsThere: Bool
    public var patientIsThere: Bool
    /// The diaries around the planned time; `nil` when they were not asked for, or the doctor is not there.
    public var diary: Diary?
    /// The number that was set aside for a new appointment; `nil` where it gets one as it is kept.
    public var number: AppointmentID?

    public init(
        doctorIsThere: Bool = true, patientIsThere: Bool = true, diary: Diary? = nil, number: AppointmentID? = nil
    ) {
        self.doctorIsThere = doctorIsThere
        self.patientIsThere = patientIsThere
        self.diary = diary
        self.number = number
    }

    /// Accepts the planned time, when the diary had to be asked for it.
    ///
    /// - Throws: `.conflict(.diary)`.
    func acceptTime(of details: AppointmentDetails, after previous: AppointmentDetails?) throws(Failure) {
        guard details.needsDiary(after: previous) else { return }
        guard let diary else { throw .invalid([FieldError(.doctor, .noSuchRecord(String(details.doctor.number)))]) }
        try diary.accept(details.slot)
    }
}
