public import Domain

/// Changes what people entered about a doctor.
public struct ChangeDoctor: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter form: reads the request over the present details; may run more than once.
    /// - Throws: `.notFound(.doctor)` before `form` runs; `.notAllowed`; as `RegisterDoctor`.
    public func callAsFunction(
        _ id: DoctorID, by caller: Caller, _ form: @escaping @Sendable (DoctorDetails) throws(Failure) -> DoctorForm
    ) async throws(Failure) -> Doctor {
        let now = clock.now()
        let mayChange = policy.permits(.changeDoctor, on: id, by: caller)
        return try await storage.transaction { stores throws(Failure) in
            // A booking under way has asked the diary about availability and cap already.
            try await stores.locks.hold(doctors: [id], patients: [])
            guard var doctor = try await stores.doctors.findForChange(id) else { throw .notFound(.doctor) }
            guard mayChange else { throw .notAllowed }
            doctor.details = try await form(doctor.details).accepted(by: stores.doctors, except: id)
            doctor.updatedAt = now
            try await stores.doctors.update(doctor)
            return doctor
        }
    }
}
