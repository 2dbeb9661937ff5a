/// What accounts may be, and become, when an administrator makes or changes them.
public enum AccountRules {
    /// What stands against an account of this role being linked to these records: a doctor's account belongs to a doctor,
    /// a patient's to a patient, and no other account to anybody.
    public static func refusals(of role: Role, doctor: DoctorID?, patient: PatientID?) -> [FieldError] {
        var check = FieldCheck()
        if role == .doctor, doctor == nil { check.refuse(.doctor, .required) }
        if role != .doctor, doctor != nil { check.refuse(.doctor, .onlyForRole(.doctor)) }
        if role == .patient, patient == nil { check.refuse(.patient, .required) }
        if role != .patient, patient != nil { check.refuse(.patient, .onlyForRole(.patient)) }
        return check.errors
    }

    /// What stands against a change of role or activity: nobody changes their own role or disables themselves, and the
    /// last active administrator stays one.
    ///
    /// - Parameters:
    ///   - caller: whose wish it is.
    ///   - others: how many active administrators there are besides this account.
    public static func refusals(
        of changed: Account, after previous: Account, by caller: AccountID, otherAdministrators others: Int
    ) -> [FieldError] {
        let changesRole = changed.role != previous.role
        let disables = previous.isActive && !changed.isActive
        let losesLast = previous.isActiveAdministrator && !changed.isActiveAdministrator && others == 0
        let reason: FieldError.Reason? =
            previous.id == caller ? .ownAccount : losesLast ? .lastAdministrator : nil
        guard let reason else { return [] }
        return (changesRole ? [FieldError(.role, reason)] : []) + (disables ? [FieldError(.isActive, reason)] : [])
    }
}

extension Account {
    /// Whether it can do what administrators do.
    public var isActiveAdministrator: Bool { isActive && role == .admin }
}
