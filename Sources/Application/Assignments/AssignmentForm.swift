public import Domain

/// What a request says about a mapping, as far as it could be read.
public struct AssignmentForm: Sendable {
    public var patient: PatientID?
    public var doctor: DoctorID?
    /// The status before the request; `active` for a new mapping.
    public var previousStatus: AssignmentStatus
    /// The status, when the request names one.
    public var status: AssignmentStatus?
    /// Whether it is active, when the request says so.
    public var isActive: Bool?
    public var notes: FreeText?
    public var reason: FreeText?
    public var check: FieldCheck

    public init(
        patient: PatientID?, doctor: DoctorID?, previousStatus: AssignmentStatus = .active, status: AssignmentStatus?,
        isActive: Bool?, notes: FreeText?, reason: FreeText?, check: FieldCheck
    ) {
        self.patient = patient
        self.doctor = doctor
        self.previousStatus = previousStatus
        self.status = status
        self.isActive = isActive
        self.notes = notes
        self.reason = reason
        self.check = check
    }

    /// The details, when all fields are fine, the pair is free, and status and activity agree: checked in this order.
    ///
    /// - Parameter permitted: the patients whose it may become.
    func accepted(
        by stores: Stores, patientsIn permitted: Scope, except own: AssignmentID?
    ) async throws(Failure) -> AssignmentDetails {
        var check = check
        if let patient, try await stores.patients.find(patient, in: permitted) == nil {
            check.refuse(.patient, .noSuchRecord(String(patient.number)))
        }
        if let doctor, try await stores.doctors.find(doctor) == nil {
            check.refuse(.doctor, .noSuchRecord(String(doctor.number)))
        }
        guard check.errors.isEmpty, let patient, let doctor else { throw .invalid(check.errors) }
        var pair = AssignmentQuery()
        (pair.patient, pair.doctor, pair.page.size) = (patient, doctor, 1)
        if let other = try await stores.assignments.list(pair, in: .everything).first, other.id != own {
            throw .conflict(.alreadyAssigned)
        }
        let status = try previousStatus.changed(to: status, isActive: isActive)
        return AssignmentDetails(patient: patient, doctor: doctor, status: status, notes: notes, reason: reason)
    }

    /// The people whom this concerns.
    var doctors: Set<DoctorID> { doctor.map { [$0] } ?? [] }
    var patients: Set<PatientID> { patient.map { [$0] } ?? [] }
}
