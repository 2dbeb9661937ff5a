extension Caller {
    /// The role and the linked records as text. What was answered in one standing is not for another one.
    public var standing: String {
        let links = [doctor.map { "doctor \($0.number)" }, patient.map { "patient \($0.number)" }]
        return ([role.rawValue] + links.compactMap { $0 }).joined(separator: ", ")
    }
}
