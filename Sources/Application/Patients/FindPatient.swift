public import Domain

/// Reads one patient.
public struct FindPatient: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notFound(.patient)`.
    public func callAsFunction(_ id: PatientID, for caller: Caller) async throws(Failure) -> Patient {
        try await self(id, for: PresumedCaller(caller))
    }

    /// The same, while it is still asked who the caller is.
    ///
    /// - Throws: besides, and before that, as `PresumedCaller.confirmed`.
    public func callAsFunction(_ id: PatientID, for caller: PresumedCaller) async throws(Failure) -> Patient {
        let now = clock.now()
        let (caller, patient) = try await found(id, for: caller, at: now)
        try await storage.noteReading(.patientRead, of: patient, by: caller, at: now)
        return patient
    }

    /// The same for a place that only names the patient, such as a field that says who is meant: nobody opened the
    /// record, so what is noted is a list that showed this patient.
    ///
    /// - Throws: `.notFound(.patient)`.
    public func toName(_ id: PatientID, for caller: Caller) async throws(Failure) -> Patient {
        let now = clock.now()
        let (caller, patient) = try await found(id, for: PresumedCaller(caller), at: now)
        try await storage.noteList(.patientListed, showing: [id], by: caller, at: now)
        return patient
    }

    private func found(
        _ id: PatientID, for caller: PresumedCaller, at now: Instant
    ) async throws(Failure) -> (Caller, Patient) {
        let (caller, patient) = try await caller.reading { caller throws(Failure) in
            try await storage.reads.patients.find(id, in: policy.scope(of: caller, for: .readPatients))
        }
        guard let patient else {
            throw try await storage.refused(.notFound(.patient), to: caller, on: AuditSubject(id), at: now)
        }
        return (caller, patient)
    }
}
