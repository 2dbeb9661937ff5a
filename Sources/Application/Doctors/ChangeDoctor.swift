public import Domain

/// Changes what people entered about a doctor.
public struct ChangeDoctor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameters:
    ///   - expected: which versions of the doctor the request means.
    ///   - form: reads the request over the present details; may run more than once.
    /// - Throws: `.notFound(.doctor)`, `.notAllowed` and `.outdated` before `form` runs; as `RegisterDoctor`.
    public func callAsFunction(
        _ id: DoctorID, by caller: Caller, expecting expected: ExpectedVersion = .any,
        _ form: @escaping @Sendable (DoctorDetails) throws(Failure) -> DoctorForm
    ) async throws(Failure) -> Doctor {
        let now = clock.now()
        let mayChange = policy.permits(.changeDoctor, on: id, by: caller)
        return try await storage.transaction(by: caller, on: AuditSubject(id), at: now) { stores throws(Failure) in
            // A booking under way has asked the diary about availability and cap already.
            try await stores.locks.hold(doctors: [id], patients: [])
            guard var doctor = try await stores.doctors.findForChange(id) else { throw .notFound(.doctor) }
            guard mayChange else { throw .notAllowed }
            try expected.expect(doctor.updatedAt)
            let previous = doctor.details
            doctor.details = try await form(doctor.details).accepted(by: stores.doctors, except: id)
            doctor.updatedAt = now.following(doctor.updatedAt)
            try await stores.doctors.update(doctor)
            let fields = doctor.details.fields(changedFrom: previous)
            try await stores.note(.doctorChanged, of: doctor, by: caller, at: now, changed: fields)
            return doctor
        }
    }
}
