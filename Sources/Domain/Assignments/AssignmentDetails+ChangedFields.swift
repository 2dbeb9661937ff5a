extension AssignmentDetails {
    /// The members in which this differs from an earlier version.
    public func fields(changedFrom previous: AssignmentDetails) -> Set<Field> {
        var changes = ChangedFields(from: previous, to: self)
        changes.compare(.patient, \.patient)
        changes.compare(.doctor, \.doctor)
        changes.compare(.status, \.status)
        changes.compare(.notes, \.notes)
        changes.compare(.reasonForAssignment, \.reason)
        return changes.fields
    }
}
