public import Domain

/// Reads one doctor.
public struct FindDoctor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notFound(.doctor)`, also for who may not see it.
    public func callAsFunction(_ id: DoctorID, for caller: Caller) async throws(Failure) -> Doctor {
        try await self(id, for: PresumedCaller(caller))
    }

    /// The same, while it is still asked who the caller is.
    ///
    /// - Throws: besides, and before that, as `PresumedCaller.confirmed`.
    public func callAsFunction(_ id: DoctorID, for caller: PresumedCaller) async throws(Failure) -> Doctor {
        let now = clock.now()
        let (caller, doctor) = try await caller.reading { caller throws(Failure) in
            policy.permits(.readDoctors, on: id, by: caller) ? try await storage.reads.doctors.find(id) : nil
        }
        guard let doctor else {
            throw try await storage.refused(.notFound(.doctor), to: caller, on: AuditSubject(id), at: now)
        }
        try await storage.noteReading(.doctorRead, of: doctor, by: caller, at: now)
        return doctor
    }
}
