extension AppointmentDetails {
    /// The members in which this differs from an earlier version.
    public func fields(changedFrom previous: AppointmentDetails) -> Set<Field> {
        var changes = ChangedFields(from: previous, to: self)
        changes.compare(.patient, \.patient)
        changes.compare(.doctor, \.doctor)
        changes.compare(.appointmentStart, \.slot.start)
        changes.compare(.durationMinutes, \.slot.length)
        changes.compare(.status, \.status)
        changes.compare(.reason, \.reason)
        changes.compare(.notes, \.notes)
        return changes.fields
    }
}
