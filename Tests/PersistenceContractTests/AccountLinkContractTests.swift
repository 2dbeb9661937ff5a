import Application
import Domain
import Testing

@Suite("An account's link")
struct AccountLinkContractTests {
    @Test("is kept, changed and taken away, and is the caller's", arguments: Backend.available)
    func kept(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (house, ann) = (try await clinic.hire(.drHouse), try await clinic.register(.ann))
            var new = NewAccount(named: "house", role: .doctor)
            new.doctor = house.id
            let final = new

            var account = try await clinic.storage.write { try await $0.accounts.insert(final, at: .dawn) }
            #expect(try await clinic.reads.accounts.find(account.id) == account)
            #expect(account.doctor == house.id && account.patient == nil)
            let session = Session(id: SessionID(bits: 9), account: account.id, startedAt: .dawn, expiresAt: .monday(12))
            try await clinic.storage.write { try await $0.sessions.insert(session) }
            #expect(try await clinic.caller(session)?.doctor == house.id)

            (account.role, account.doctor, account.patient) = (.patient, nil, ann.id)
            let changed = account
            try await clinic.storage.write { try await $0.accounts.update(changed) }
            let caller = try await clinic.caller(session)
            #expect(caller?.doctor == nil && caller?.patient == ann.id && caller?.role == .patient)
        }
    }

    @Test("is to somebody to whom no other account is linked", arguments: Backend.available)
    func unique(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (house, ann) = (try await clinic.hire(.drHouse), try await clinic.register(.ann))
            try await clinic.link(clinic.nurse, doctor: house.id, patient: ann.id)

            for (doctor, patient, conflict) in [
                (house.id, nil, Conflict.doctorHasAccount), (nil, ann.id, .patientHasAccount),
                (house.id, ann.id, .doctorHasAccount),
            ] as [(DoctorID?, PatientID?, Conflict)] {
                var new = NewAccount(named: "second")
                (new.doctor, new.patient) = (doctor, patient)
                let second = new
                await #expect(throws: Failure.conflict(conflict)) {
                    try await clinic.storage.write { try await $0.accounts.insert(second, at: .dawn) }
                }
                await #expect(throws: Failure.conflict(conflict)) {
                    try await clinic.link(clinic.otherNurse, doctor: doctor, patient: patient)
                }
            }
            // Its own link stands in nobody's way.
            try await clinic.link(clinic.nurse, doctor: house.id, patient: ann.id)
            try await clinic.link(clinic.nurse, doctor: nil, patient: nil)
            try await clinic.link(clinic.otherNurse, doctor: house.id, patient: ann.id)
        }
    }

    @Test("that is taken is told before it is written", arguments: Backend.available)
    func linked(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (house, ann) = (try await clinic.hire(.drHouse), try await clinic.register(.ann))
            try await clinic.link(clinic.nurse, doctor: house.id, patient: ann.id)
            let accounts = clinic.reads.accounts

            let both = try await accounts.linked(to: house.id, or: ann.id, except: nil)
            let others = try await accounts.linked(to: house.id, or: nil, except: clinic.admin.id)
            let own = try await accounts.linked(to: house.id, or: ann.id, except: clinic.nurse.id)
            let nobody = try await accounts.linked(to: nil, or: nil, except: nil)

            #expect(both == [.doctorHasAccount, .patientHasAccount])
            #expect(others == [.doctorHasAccount])
            #expect(own.isEmpty && nobody.isEmpty)
        }
    }

    @Test("is to nobody any more when the record is deleted, and shows nothing", arguments: Backend.available)
    func deleted(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (house, ann) = (try await clinic.hire(.drHouse), try await clinic.register(.ann))
            _ = try await clinic.assign(ann, to: house)
            let appointment = try await clinic.book(ann, with: house, .monday(9))
            let doctor = Caller(clinic.otherNurse, role: .doctor, doctor: house)
            let patient = Caller(clinic.admin, role: .patient, patient: ann)
            let before = try await clinic.seen(by: doctor) + clinic.seen(by: patient)

            try await clinic.delete(house.id)
            let doctors = try await clinic.seen(by: doctor)
            try await clinic.delete(ann.id)
            let patients = try await clinic.seen(by: patient)

            #expect(before == [1, 1, 1, 1, 1, 1])
            #expect(doctors == [0, 0, 0] && patients == [0, 0, 0])
            await #expect(throws: Failure.notFound(.appointment)) {
                try await clinic.useCases.appointments.find(appointment.id, for: patient)
            }
        }
    }

    @Test("and the sign-in by which a session began are kept apart from changes", arguments: Backend.available)
    func lastSignIn(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let session = Session(
                id: SessionID(bits: 3), account: clinic.nurse.id, startedAt: .monday(8), expiresAt: .monday(12))

            try await clinic.storage.write { try await $0.sessions.insert(session) }

            let nurse = try await clinic.reads.accounts.find(clinic.nurse.id)
            #expect(nurse?.lastSignIn == .monday(8) && nurse?.updatedAt == clinic.nurse.updatedAt)
            #expect(try await clinic.reads.accounts.find(clinic.admin.id)?.lastSignIn == nil)
        }
    }
}

extension Clinic {
    fileprivate func caller(_ session: Session) async throws -> Caller? {
        try await reads.sessions.caller(of: session.id, account: session.account, at: .monday(9))
    }

    fileprivate func link(_ account: Account, doctor: DoctorID?, patient: PatientID?) async throws {
        var changed = account
        (changed.doctor, changed.patient) = (doctor, patient)
        let final = changed
        try await storage.write { try await $0.accounts.update(final) }
    }

    /// How many patients, mappings and appointments somebody sees.
    fileprivate func seen(by caller: Caller) async throws -> [Int] {
        [
            try await useCases.patients.list(PatientQuery(), for: caller).rows.count,
            try await useCases.assignments.list(AssignmentQuery(), for: caller).rows.count,
            try await useCases.appointments.list(AppointmentQuery(), for: caller).rows.count,
        ]
    }
}

extension Caller {
    fileprivate init(_ account: Account, role: Role, doctor: Doctor? = nil, patient: Patient? = nil) {
        self.init(
            account: account.id, role: role, session: SessionID(bits: 1), doctor: doctor?.id, patient: patient?.id)
    }
}
