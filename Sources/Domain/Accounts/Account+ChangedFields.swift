extension Profile {
    /// The members in which this differs from an earlier version.
    public func fields(changedFrom previous: Profile) -> Set<Field> {
        var changes = ChangedFields(from: previous, to: self)
        changes.compare(.email, \.email)
        changes.compare(.firstName, \.firstName)
        changes.compare(.lastName, \.lastName)
        changes.compare(.phoneNumber, \.phoneNumber)
        changes.compare(.address, \.address)
        changes.compare(.dateOfBirth, \.dateOfBirth)
        return changes.fields
    }
}

extension Account {
    /// The rights in which this differs from an earlier version: role and links.
    public func rights(changedFrom previous: Account) -> Set<Field> {
        var changes = ChangedFields(from: previous, to: self)
        changes.compare(.role, \.role)
        changes.compare(.doctor, \.doctor)
        changes.compare(.patient, \.patient)
        return changes.fields
    }
}
