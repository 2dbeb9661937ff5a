/// Who may do what: the one table of permissions.
public struct Policy: Sendable {
    public let patientVisibility: PatientVisibility

    public init(patientVisibility: PatientVisibility = .creator) { self.patientVisibility = patientVisibility }

    /// Whether all staff share patients.
    public enum PatientVisibility: String, Sendable, CaseIterable {
        /// Staff see the patients that they registered.
        case creator
        /// Staff see all patients, as one clinic does.
        case clinic
    }

    /// To which records an action extends for a role.
    public func access(of role: Role, to action: Action) -> Access {
        switch role {
        case .admin: .all
        case .staff: staffAccess(to: action)
        case .doctor: doctorAccess(to: action)
        case .patient: patientAccess(to: action)
        }
    }

    /// The records to which an action of this caller extends.
    public func scope(of caller: Caller, for action: Action) -> Scope {
        switch access(of: caller.role, to: action) {
        case .all: .everything
        case .none: .nothing
        case .related(let relations): .related(relations, caller)
        }
    }

    private func staffAccess(to action: Action) -> Access {
        switch action {
        case .readPatients, .changePatient, .writeClinicalText, .deletePatient, .readAccessLog:
            shared(.related([.madeIt]))
        case .readAssignments, .assignDoctor, .changeAssignment, .deleteAssignment:
            shared(.related([.registeredItsPatient]))
        case .readAppointments, .bookAppointment, .changeAppointment, .changeAppointmentStatus, .cancelAppointment,
            .deleteAppointment:
            shared(.related([.registeredItsPatient, .madeIt]))
        case .registerPatient, .readDoctors, .registerDoctor, .changeDoctor, .deleteDoctor: .all
        case .manageAccounts, .readAuditTrail, .watchOperations: .none
        }
    }

    private func doctorAccess(to action: Action) -> Access {
        switch action {
        case .readDoctors: .all
        case .readPatients, .writeClinicalText, .changeDoctor, .readAssignments, .readAppointments,
            .changeAppointmentStatus:
            .related([.isItsDoctor])
        case .registerPatient, .changePatient, .deletePatient, .registerDoctor, .deleteDoctor, .assignDoctor,
            .changeAssignment, .deleteAssignment, .bookAppointment, .changeAppointment, .cancelAppointment,
            .deleteAppointment, .manageAccounts, .readAccessLog, .readAuditTrail, .watchOperations:
            .none
        }
    }

    private func patientAccess(to action: Action) -> Access {
        switch action {
        case .readDoctors: .all
        case .readPatients, .readAssignments, .readAppointments, .bookAppointment, .cancelAppointment, .readAccessLog:
            .related([.isItsPatient])
        case .registerPatient, .changePatient, .writeClinicalText, .deletePatient, .registerDoctor, .changeDoctor,
            .deleteDoctor, .assignDoctor, .changeAssignment, .deleteAssignment, .changeAppointment,
            .changeAppointmentStatus, .deleteAppointment, .manageAccounts, .readAuditTrail, .watchOperations:
            .none
        }
    }

    private func shared(_ access: Access) -> Access {
        switch patientVisibility {
        case .creator: access
        case .clinic: .all
        }
    }
}

/// The records that a store may find for a caller.
public enum Scope: Equatable, Sendable {
    case nothing
    /// Records to which the caller is related in at least one of these ways.
    case related(Set<Relation>, Caller)
    case everything
}
