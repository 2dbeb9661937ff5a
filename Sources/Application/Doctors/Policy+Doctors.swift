import Domain

extension Policy {
    /// Whether the caller may do this to this doctor; a doctor's own record is the only one to be related to.
    func permits(_ action: Action, on doctor: DoctorID, by caller: Caller) -> Bool {
        switch access(of: caller.role, to: action) {
        case .all: true
        case .related(let relations): relations.contains(.isItsDoctor) && caller.doctor == doctor
        case .none: false
        }
    }
}
