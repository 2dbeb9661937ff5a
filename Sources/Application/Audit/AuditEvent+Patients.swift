import Domain

extension AuditEvent {
    /// The same for these patients: one event, or as many as it takes so that none tells of more than a list does.
    func told(of patients: Set<PatientID>) -> [AuditEvent] {
        guard patients.count > AuditEvent.maximumPatients else { return [telling(of: patients)] }
        let ordered = patients.sorted { $0.number < $1.number }
        let starts = stride(from: 0, to: ordered.count, by: AuditEvent.maximumPatients)
        return starts.map { telling(of: Set(ordered[$0...].prefix(AuditEvent.maximumPatients))) }
    }

    private func telling(of patients: Set<PatientID>) -> AuditEvent {
        var event = self
        event.patients = patients
        return event
    }

    private static let maximumPatients = 1_000
}
