/// Everything that somebody can do to the clinic's records, and to what keeps them.
public enum Action: Sendable, CaseIterable {
    case readPatients, registerPatient, changePatient, writeClinicalText, deletePatient
    case readDoctors, registerDoctor, changeDoctor, deleteDoctor
    case readAssignments, assignDoctor, changeAssignment, deleteAssignment
    case readAppointments, bookAppointment, changeAppointment, changeAppointmentStatus, cancelAppointment,
        deleteAppointment
    case manageAccounts
    /// Who has seen and changed a patient's data; and who has done anything at all.
    case readAccessLog, readAuditTrail
    /// How the server and its database are.
    case watchOperations
}

/// How a caller can be related to a record; in the order in which they stand here.
public enum Relation: Comparable, Sendable, CaseIterable {
    /// The caller's account made the record.
    case madeIt
    /// The caller's account registered the patient whom the record is about.
    case registeredItsPatient
    /// The caller's doctor record is the record, or its doctor; for a patient: is actively assigned.
    case isItsDoctor
    /// The caller's patient record is the record, or its patient.
    case isItsPatient
}

/// To which records a permission extends.
public enum Access: Equatable, Sendable {
    case none
    /// Records to which the caller is related in at least one of these ways.
    case related(Set<Relation>)
    case all
}
