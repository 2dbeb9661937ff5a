extension Caller {
    /// The role and the linked records as text. What was answered in one standing is not for another one.
    public var standing: String {
        let links = [doctor.map { "doctor \($0.number)" }, patient.map { "patient \($0.number)" }]
        return ([role.rawValue] + links.compactMap { $0 }).joined(separator: ", ")
    }

    /// Whether this is the account of the other caller, in the same standing: each may do what the other may.
    public func isInStanding(of other: Caller) -> Bool {
        account == other.account && role == other.role && doctor == other.doctor && patient == other.patient
    }
}
