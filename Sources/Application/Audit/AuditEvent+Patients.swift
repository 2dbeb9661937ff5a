import Domain

extension AuditEvent {
    /// The same for these patients: one event, or as many as it takes so that none tells of more than a list does.
    func told(of patients: Set<PatientID>) -> [AuditEvent] {
        let ordered = patients.sorted { $0.number < $1.number }
        let starts = stride(from: 0, to: max(ordered.count, 1), by: AuditEvent.maximumPatients)
        return starts.map { start in
            var event = self
            event.patients = Set(ordered[start...].prefix(AuditEvent.maximumPatients))
            return event
        }
    }

    private static let maximumPatients = 1_000
}
