public import Domain

/// Reads one doctor; everybody who is signed in may.
public struct FindDoctor: Sendable {
    let storage: any Storage

    /// - Throws: `.notFound(.doctor)`.
    public func callAsFunction(_ id: DoctorID) async throws(Failure) -> Doctor {
        guard let doctor = try await storage.reads.doctors.find(id) else { throw .notFound(.doctor) }
        return doctor
    }
}
