extension Policy {
    /// Whether the caller may do this whatever the record is.
    public func permits(_ action: Action, by caller: Caller) -> Bool {
        scope(of: caller, for: action) == .everything
    }

    /// Whether the caller may do this to this doctor; a doctor's own record is the only one to be related to.
    public func permits(_ action: Action, on doctor: DoctorID, by caller: Caller) -> Bool {
        switch access(of: caller.role, to: action) {
        case .all: true
        case .related(let relations): relations.contains(.isItsDoctor) && caller.doctor == doctor
        case .none: false
        }
    }

    /// The patients for whom the caller may make something new: what is not there yet is related to somebody by its
    /// patient alone, and whoever makes it will have made it.
    public func patients(for action: Action, by caller: Caller) -> Scope {
        switch access(of: caller.role, to: action) {
        case .all: return .everything
        case .none: return .nothing
        case .related(let relations):
            let ofPatients = Set(relations.compactMap(\.ofPatient))
            return ofPatients.isEmpty ? .nothing : .related(ofPatients, caller)
        }
    }

    /// Whether the caller may know which of the patients whom they see this doctor treats: a doctor's mappings are the
    /// doctor's own.
    public func shows(patientsOf doctor: DoctorID, to caller: Caller) -> Bool {
        switch access(of: caller.role, to: .readAssignments) {
        case .all: true
        case .related(let relations): relations != [.isItsDoctor] || caller.doctor == doctor
        case .none: false
        }
    }

    /// Whether the caller may book this: who may not change an appointment's status books scheduled ones only.
    public func permits(new details: AppointmentDetails, by caller: Caller) -> Bool {
        details.status == .scheduled || mayChangeStatus(caller)
    }

    /// The first instant at which an appointment may start that the caller books; `nil` is any. Staff write down what has
    /// been, too; who may not change an appointment's status books what is to come.
    public func earliestStart(ofBookingBy caller: Caller, at now: Instant) -> Instant? {
        mayChangeStatus(caller) ? nil : now
    }

    /// Whether this change is within what the caller may do to an appointment: all, the status only, or cancelling.
    public func permits(_ details: AppointmentDetails, after previous: AppointmentDetails, by caller: Caller) -> Bool {
        if access(of: caller.role, to: .changeAppointment) != .none { return true }
        guard details.differsOnlyInStatus(from: previous) else { return false }
        return mayChangeStatus(caller) || details.status == .cancelled || details == previous
    }

    private func mayChangeStatus(_ caller: Caller) -> Bool {
        access(of: caller.role, to: .changeAppointmentStatus) != .none
    }
}

extension Relation {
    /// How somebody is related to the patient of a record to which they are related so; `nil` when that says nothing of
    /// the patient.
    fileprivate var ofPatient: Relation? {
        switch self {
        case .madeIt: nil
        case .registeredItsPatient: .madeIt
        case .isItsDoctor: .isItsDoctor
        case .isItsPatient: .isItsPatient
        }
    }
}
