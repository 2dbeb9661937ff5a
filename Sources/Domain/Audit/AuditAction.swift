/// What somebody did, with the code under which the audit trail keeps it. Codes are never changed: what was kept once
/// stays as it is.
public enum AuditAction: String, Sendable, CaseIterable {
    // Patients
    case patientRead = "patient.read"
    case patientListed = "patient.listed"
    case patientCreated = "patient.created"
    case patientChanged = "patient.changed"
    case patientDeleted = "patient.deleted"
    // Doctors
    case doctorRead = "doctor.read"
    case doctorListed = "doctor.listed"
    case doctorCreated = "doctor.created"
    case doctorChanged = "doctor.changed"
    case doctorDeleted = "doctor.deleted"
    // Mappings
    case assignmentRead = "mapping.read"
    case assignmentListed = "mapping.listed"
    case assignmentCreated = "mapping.created"
    case assignmentChanged = "mapping.changed"
    case assignmentDeleted = "mapping.deleted"
    // Appointments
    case appointmentRead = "appointment.read"
    case appointmentListed = "appointment.listed"
    case appointmentCreated = "appointment.created"
    case appointmentChanged = "appointment.changed"
    case appointmentDeleted = "appointment.deleted"
    // Accounts and their rights
    case accountRead = "account.read"
    case accountListed = "account.listed"
    case accountCreated = "account.created"
    case accountChanged = "account.changed"
    case accountRoleChanged = "account.role_changed"
    case accountDisabled = "account.disabled"
    case accountEnabled = "account.enabled"
    case passwordChanged = "account.password_changed"
    case passwordChangeRequired = "account.password_change_required"
    case secondFactorEnrolled = "account.second_factor_enrolled"
    case secondFactorConfirmed = "account.second_factor_confirmed"
    case secondFactorRemoved = "account.second_factor_removed"
    case recoveryCodeUsed = "account.recovery_code_used"
    // Sessions
    case signInRefused = "sign_in.refused"
    /// The password was right, and nothing was sent as a second factor: a first step, or somebody who knows no more.
    case secondFactorAsked = "sign_in.otp_required"
    /// From now on attempts have to wait; those that do not are answered so and leave no event.
    case signInThrottled = "sign_in.throttled"
    case sessionStarted = "session.started"
    case sessionRefreshed = "session.refreshed"
    case sessionListed = "session.listed"
    case sessionEnded = "session.ended"
    /// A refresh token was used again after another one had taken its place: somebody has copied it.
    case tokenReused = "session.token_reused"
    // The trail itself
    /// Somebody asked for what they may not see or do, whatever it was.
    case accessRefused = "access.refused"
    case trailListed = "audit.listed"
    case accessLogListed = "access_log.listed"
    /// The first event of each chain. It concerns nobody; its request is the name of the process that began the chain.
    case chainStarted = "chain.started"
}

extension AuditAction {
    /// Those by which a patient's records were changed: the patient's own, mappings and appointments, which a doctor who
    /// is deleted takes along.
    public static let changesOfRecords: Set<AuditAction> = [
        .patientCreated, .patientChanged, .patientDeleted, .assignmentCreated, .assignmentChanged, .assignmentDeleted,
        .appointmentCreated, .appointmentChanged, .appointmentDeleted, .doctorDeleted,
    ]
}
