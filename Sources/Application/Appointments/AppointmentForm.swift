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

    /// The details, when all fields are fine, the people exist and the status may be reached.
    ///
    /// - Parameters:
    ///   - previous: the details before the request; `nil` for a new appointment, which may have any status.
    ///   - permitted: the patients whose it may become.
    ///   - earliest: before which it may not start.
    func accepted(
        by stores: Stores, patientsIn permitted: Scope, after previous: AppointmentDetails?,
        notBefore earliest: Instant? = nil
    ) async throws(Failure) -> AppointmentDetails {
        var check = check
        let (newDoctor, newPatient) = newPeople(after: previous)
        let areThere = try await stores.appointments.areThere(newDoctor, newPatient, patientIn: permitted)
        if let newDoctor, !areThere.doctor { check.refuse(.doctor, .noSuchRecord(String(newDoctor.number))) }
        if let newPatient, !areThere.patient { check.refuse(.patient, .noSuchRecord(String(newPatient.number))) }
        if let start, let earliest, start.instant < earliest { check.refuse(.appointmentStart, .startInPast) }
        if let previous, let status, !previous.status.canBecome(status) {
            check.refuse(.status, .statusMove(from: previous.status, to: status))
        }
        guard check.errors.isEmpty, let doctor, let patient, let start, let length, let status else {
            throw .invalid(check.errors)
        }
        return AppointmentDetails(
            doctor: doctor, patient: patient, slot: Slot(start: start, length: length), reason: reason, notes: notes,
            status: status)
    }

    private func newPeople(after previous: AppointmentDetails?) -> (DoctorID?, PatientID?) {
        (doctor == previous?.doctor ? nil : doctor, patient == previous?.patient ? nil : patient)
    }

    /// The people whose diaries this concerns.
    var doctors: Set<DoctorID> { doctor.map { [$0] } ?? [] }
    var patients: Set<PatientID> { patient.map { [$0] } ?? [] }
}
