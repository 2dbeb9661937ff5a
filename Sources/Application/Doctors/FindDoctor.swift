public import Domain

/// Reads one doctor.
public struct FindDoctor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Throws: `.notFound(.doctor)`, also for who may not see it.
    public func callAsFunction(_ id: DoctorID, for caller: Caller) async throws(Failure) -> Doctor {
        let now = clock.now()
        guard policy.permits(.readDoctors, on: id, by: caller), let doctor = try await storage.reads.doctors.find(id)
        else {
            throw try await storage.refused(.notFound(.doctor), to: caller, on: AuditSubject(id), at: now)
        }
        try await storage.noteReading(.doctorRead, of: doctor, by: caller, at: now)
        return doctor
    }
}
