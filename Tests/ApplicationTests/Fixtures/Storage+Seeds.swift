import Application
import Domain

/// Short ways to put records into a storage, past the use cases.
extension Storage {
    /// An account that is linked to these records, as the one who makes a request.
    func account(
        _ name: String, _ role: Role, doctor: DoctorID? = nil, patient: PatientID? = nil
    ) async throws(Failure) -> Caller {
        let new = NewAccount(
            username: Username(stored: name), profile: Profile(email: EmailAddress(stored: "\(name)@example.org")),
            role: role, doctor: doctor, patient: patient, passwordHash: .fake(.good))
        let account = try await transaction { stores throws(Failure) in
            try await stores.accounts.insert(new, at: .dawn)
        }
        return Caller(
            account: account.id, role: role, session: SessionID(bits: 1), doctor: doctor, patient: patient)
    }

    func patient(_ details: PatientDetails, by caller: Caller) async throws(Failure) -> PatientID {
        try await transaction { stores throws(Failure) in
            try await stores.patients.insert(details, by: caller.account, at: .dawn).id
        }
    }

    func doctor(_ details: DoctorDetails) async throws(Failure) -> DoctorID {
        try await transaction { stores throws(Failure) in try await stores.doctors.insert(details, at: .dawn).id }
    }

    func assignment(
        _ patient: PatientID, _ doctor: DoctorID, _ status: AssignmentStatus = .active, by caller: Caller
    ) async throws(Failure) -> AssignmentID {
        let details = AssignmentDetails(patient: patient, doctor: doctor, status: status)
        return try await transaction { stores throws(Failure) in
            try await stores.assignments.insert(details, by: caller.account, at: .dawn).id
        }
    }

    func appointment(
        _ patient: PatientID, _ doctor: DoctorID, _ slot: Slot, _ status: AppointmentStatus = .scheduled,
        by caller: Caller
    ) async throws(Failure) -> AppointmentID {
        let details = AppointmentDetails(doctor: doctor, patient: patient, slot: slot, status: status)
        return try await transaction { stores throws(Failure) in
            try await stores.appointments.insert(details, by: caller.account, at: .dawn).id
        }
    }

    func change(_ id: DoctorID, _ change: @escaping @Sendable (inout DoctorDetails) -> Void) async throws(Failure) {
        try await transaction { stores throws(Failure) in
            guard var doctor = try await stores.doctors.findForChange(id) else { throw .notFound(.doctor) }
            change(&doctor.details)
            try await stores.doctors.update(doctor)
        }
    }

    func disable(_ id: AccountID) async throws(Failure) {
        try await transaction { stores throws(Failure) in
            guard var account = try await stores.accounts.findForChange(id) else { throw .notFound(.account) }
            account.isActive = false
            try await stores.accounts.update(account)
        }
    }
}
