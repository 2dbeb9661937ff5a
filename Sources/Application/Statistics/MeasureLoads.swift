public import Domain

/// Tells how much of each doctor's time is held on days.
public struct MeasureLoads: Sendable {
    let access: StatisticsAccess

    /// - Returns: the doctors who have appointments that hold time, who has most of it first.
    /// - Throws: `.notAllowed` for who may not read the audit trail.
    public func callAsFunction(on days: LocalDays, for caller: Caller) async throws(Failure) -> [DoctorLoad] {
        let loads = try await access.reader(for: caller).loads(on: days)
        guard !loads.isEmpty else { return [] }
        let doctors = try await access.storage.reads.doctors.find(Set(loads.keys))
        return doctors.compactMap { doctor in loads[doctor.id].map { DoctorLoad(doctor: doctor, load: $0) } }
            .sorted { ($1.load.minutes, $0.doctor.id) < ($0.load.minutes, $1.doctor.id) }
    }
}

/// A doctor with what is asked of their time.
public struct DoctorLoad: Equatable, Sendable {
    public let doctor: Doctor
    public let load: Load
}
