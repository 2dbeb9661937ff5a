extension Policy {
    /// Whether the pages for those who work at the clinic are for the caller; patients have programs of their own.
    public func servesPages(to caller: Caller) -> Bool {
        switch caller.role {
        case .admin, .staff, .doctor: true
        case .patient: false
        }
    }

    /// Whether the caller sees no appointments but those with the doctor who they are.
    public func showsOwnDiaryAlone(to caller: Caller) -> Bool {
        access(of: caller.role, to: .readAppointments) == .related([.isItsDoctor])
    }

    /// Whether there is any record to which the caller may do this; what is then refused is for the use case to say.
    public func offers(_ action: Action, to caller: Caller) -> Bool { scope(of: caller, for: action) != .nothing }
}

extension Caller {
    /// What the account is for, to be told to its holder; what follows from it the policy decides.
    public var title: Role { role }
}
