public import Domain

/// What a request says about an appointment, as far as it could be read.
public struct AppointmentForm: Sendable {
    public var doctor: DoctorID?
    public var patient: PatientID?
    public var start: AppointmentStart?
    public var length: AppointmentLength?
    public var reason: FreeText?
    public var notes: FreeText?
    public var status: AppointmentStatus?
    public var check: FieldCheck

    public init(
        doctor: DoctorID?, patient: PatientID?, start: AppointmentStart?, length: AppointmentLength?,
        reason: FreeText?, notes: FreeText?, status: AppointmentStatus?, check: FieldCheck
    ) {
        self.doctor = doctor
        self.patient = patient
        self.start = start
        self.length = length
        self.reason = reason
        self.notes = notes
        self.status = status
        self.check = check
    }

    /// What has to be known before this can be accepted.
    ///
    /// - Parameter previous: the appointment before the request; `nil` for a new one.
    func question(after previous: Appointment?) -> BookingQuestion {
        var question = BookingQuestion(changed: previous?.id)
        if doctor != previous?.details.doctor { question.doctor = doctor }
        if patient != previous?.details.patient { question.patient = patient }
        if check.errors.isEmpty, let details, details.needsDiary(after: previous?.details) {
            question.planned = details
        }
        return question
    }

    /// The details, when all fields are fine, the people exist and the status may be reached.
    ///
    /// - Parameters:
    ///   - facts: the answer to `question`.
    ///   - previous: the details before the request; `nil` for a new appointment, which may have any status.
    ///   - earliest: before which it may not start.
    func accepted(
        on facts: BookingFacts, after previous: AppointmentDetails?, notBefore earliest: Instant? = nil
    ) throws(Failure) -> AppointmentDetails {
        var check = check
        if let doctor, !facts.doctorIsThere { check.refuse(.doctor, .noSuchRecord(String(doctor.number))) }
        if let patient, !facts.patientIsThere { check.refuse(.patient, .noSuchRecord(String(patient.number))) }
        if let start, let earliest, start.instant < earliest { check.refuse(.appointmentStart, .startInPast) }
        if let previous, let status, !previous.status.canBecome(status) {
            check.refuse(.status, .statusMove(from: previous.status, to: status))
        }
        guard check.errors.isEmpty, let details else { throw .invalid(check.errors) }
        return details
    }

    /// As far as the fields say them all.
    private var details: AppointmentDetails? {
        guard let doctor, let patient, let start, let length, let status else { return nil }
        return AppointmentDetails(
            doctor: doctor, patient: patient, slot: Slot(start: start, length: length), reason: reason, notes: notes,
            status: status)
    }

    /// The people whose diaries this concerns.
    var doctors: Set<DoctorID> { doctor.map { [$0] } ?? [] }
    var patients: Set<PatientID> { patient.map { [$0] } ?? [] }
}
