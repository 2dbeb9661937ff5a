/// What the holder of an account has to do before anything else is allowed.
public enum Duty: Hashable, Sendable, CaseIterable {
    /// To choose another password: somebody else knows the present one.
    case changePassword
    /// To set up a second factor.
    case enrolSecondFactor

    /// What stands before a caller; the password first.
    ///
    /// - Parameter administratorsNeedSecondFactor: whether accounts of role `admin` do nothing without one.
    public static func standing(before caller: Caller, administratorsNeedSecondFactor: Bool) -> Duty? {
        if caller.mustChangePassword { return .changePassword }
        let needsFactor = administratorsNeedSecondFactor && caller.role == .admin
        return needsFactor && !caller.hasSecondFactor ? .enrolSecondFactor : nil
    }
}
