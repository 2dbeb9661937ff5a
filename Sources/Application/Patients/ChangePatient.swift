public import Domain

/// Changes what people entered about a patient.
public struct ChangePatient: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameters:
    ///   - expected: which versions of the patient the request means.
    ///   - form: reads the request over the present details; may run more than once.
    /// - Throws: `.notFound(.patient)` and `.outdated` before `form` runs; `.notAllowed` for somebody who may only read
    ///   the patient, or who may write clinical text and changed more; as `RegisterPatient`.
    public func callAsFunction(
        _ id: PatientID, by caller: Caller, expecting expected: ExpectedVersion = .any,
        _ form: @escaping @Sendable (PatientDetails) throws(Failure) -> PatientForm
    ) async throws(Failure) -> Patient {
        let now = clock.now()
        let policy = policy
        return try await storage.transaction(by: caller, on: AuditSubject(id), at: now, holding: [], and: [id]) {
            stores throws(Failure) in
            var patient = try await find(id, for: caller, in: stores.patients)
            try expected.expect(patient.updatedAt)
            let changed = try await form(patient.details).accepted(by: stores.patients, except: id)
            let clinicalTextOnly = policy.scope(of: caller, for: .changePatient) == .nothing
            guard !clinicalTextOnly || changed.differsOnlyInClinicalText(from: patient.details) else {
                throw .notAllowed
            }
            let fields = changed.fields(changedFrom: patient.details)
            patient.details = changed
            patient.updatedAt = now.following(patient.updatedAt)
            // Another address may be refused, of which all who share the transaction would hear.
            if fields.contains(.email) {
                try await stores.patients.update(patient)
            } else {
                try await stores.patients.updateFound(patient)
            }
            try await stores.note(.patientChanged, of: patient, by: caller, at: now, changed: fields)
            return patient
        }
    }

    private func find(_ id: PatientID, for caller: Caller, in patients: any PatientStore) async throws(Failure)
        -> Patient
    {
        var writable = policy.scope(of: caller, for: .changePatient)
        if writable == .nothing { writable = policy.scope(of: caller, for: .writeClinicalText) }
        if let patient = try await patients.findForChange(id, in: writable) { return patient }
        let readable = policy.scope(of: caller, for: .readPatients)
        throw try await patients.find(id, in: readable) == nil ? .notFound(.patient) : .notAllowed
    }
}
