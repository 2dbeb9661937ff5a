import Application
import Domain
import SQLitePersistence
import Testing

@Suite("What is noted in the audit trail")
struct NoteTests {
    @Test("a write whose event cannot be kept is not kept either, and a read is not answered")
    func unnoted() async throws {
        let scene = try await Scene()
        var ports = scene.clinic.ports
        ports.storage = StorageWithoutNotes(storage: scene.clinic.storage)
        let useCases = UseCases(ports: ports, rules: HouseRules())
        let nurse = scene.clinic.nurse

        await #expect(throws: Failure.busy) {
            try await useCases.patients.register(by: nurse) { PatientForm(.bo) }
        }
        await #expect(throws: Failure.busy) { try await useCases.patients.delete(scene.ann, by: nurse) }
        await #expect(throws: Failure.busy) { try await useCases.patients.find(scene.ann, for: nurse) }
        await #expect(throws: Failure.busy) { try await useCases.patients.list(PatientQuery(), for: nurse) }
        await #expect(throws: Failure.busy) { try await useCases.patients.find(scene.bo, for: nurse) }

        #expect(try await scene.clinic.patients.list(PatientQuery(), for: nurse).rows.map(\.id) == [scene.ann])
    }

    @Test("a change of rights is told apart from a change of the profile, and from being disabled")
    func rights() async throws {
        let scene = try await Scene()
        let nurse = scene.clinic.nurse.account

        _ = try await scene.clinic.administer(nurse) {
            ($0.role, $0.patient, $0.isActive) = (.patient, scene.cy, false)
            $0.profile?.firstName = AccountHolderName(stored: "Cy")
        }
        _ = try await scene.clinic.administer(nurse) { $0.isActive = true }
        _ = try await scene.clinic.administer(nurse) { _ in }
        _ = try await scene.clinic.administer(nurse) { $0.mustChangePassword = true }
        _ = try await scene.clinic.administer(nurse) { $0.mustChangePassword = false }

        let entries = try await scene.clinic.entries(about: AuditSubject(nurse))
        #expect(
            entries.map(\.action) == [
                "account.role_changed", "account.disabled", "account.changed", "account.enabled", "account.changed",
                "account.password_change_required", "account.changed",
            ])
        #expect(
            entries.map(\.changed) == [
                "patient,role", "isActive", "firstName", "isActive", "", "mustChangePassword", "mustChangePassword",
            ])
        #expect(entries.allSatisfy { $0.patients == [scene.cy.number] })
        #expect(entries.allSatisfy { $0.account == scene.clinic.admin.account.number })
    }

    @Test("a mapping or an appointment that moves concerns both patients")
    func moved() async throws {
        let scene = try await Scene()
        let both = [scene.ann.number, scene.cy.number].sorted()

        _ = try await scene.clinic.assignments.change(scene.mapping, by: scene.clinic.admin) { present in
            var form = AssignmentForm(present)
            form.patient = scene.cy
            return form
        }
        try await scene.changeAppointment(by: scene.clinic.admin) { $0.patient = scene.cy }

        let mapping = try await scene.clinic.entries(about: AuditSubject(scene.mapping))
        let appointment = try await scene.clinic.entries(about: AuditSubject(scene.appointment))
        #expect(mapping.map(\.patients) == [both] && mapping.map(\.changed) == ["patient"])
        #expect(appointment.map(\.patients) == [both] && appointment.map(\.changed) == ["patient"])
    }

    @Test("the deletion of a doctor concerns the patients who were mapped or booked, and their access logs tell of it")
    func deletedDoctor() async throws {
        let scene = try await Scene()
        _ = try await scene.clinic.storage.appointment(scene.cy, scene.drHouse, .monday(11), by: scene.clinic.nurse)

        try await scene.clinic.doctors.delete(scene.drHouse, by: scene.clinic.admin)

        let entries = try await scene.clinic.entries(about: AuditSubject(scene.drHouse))
        let log = try await scene.clinic.useCases.audit.listAccessLog(scene.ann, for: scene.annHerself).rows
        #expect(entries.map(\.action) == ["doctor.deleted"])
        #expect(entries.map(\.patients) == [[scene.ann.number, scene.cy.number].sorted()])
        #expect(log.map(\.kept.entry.action) == ["doctor.deleted"])
    }

    @Test("the deletion of a doctor of very many patients leaves several events, each of a thousand at most")
    func deletedDoctorOfMany() async throws {
        let scene = try await Scene()
        let (doctor, nurse) = (scene.drGrey, scene.clinic.nurse.account)
        let patients = try await scene.clinic.storage.transaction { stores throws(Failure) in
            var patients: [PatientID] = []
            for _ in 0..<2_001 {
                let patient = try await stores.patients.insert(.bo, by: nurse, at: .dawn).id
                let details = AssignmentDetails(patient: patient, doctor: doctor)
                _ = try await stores.assignments.insert(details, by: nurse, at: .dawn)
                patients.append(patient)
            }
            return patients
        }

        try await scene.clinic.doctors.delete(doctor, by: scene.clinic.admin)

        let entries = try await scene.clinic.entries(about: AuditSubject(doctor))
        #expect(entries.map(\.patients.count) == [1_000, 1_000, 1])
        #expect(entries.flatMap(\.patients) == patients.map(\.number))
        #expect(entries.allSatisfy { $0.action == "doctor.deleted" })
    }

    @Test("whoever asks for what is not theirs is noted with the patient whose it is, and with nobody where none is")
    func refusals() async throws {
        let scene = try await Scene()
        let stranger = scene.clinic.otherNurse

        await #expect(throws: Failure.self) {
            try await scene.clinic.appointments.find(scene.appointment, for: stranger)
        }
        await #expect(throws: Failure.self) { try await scene.clinic.assignments.delete(scene.mapping, by: stranger) }
        await #expect(throws: Failure.self) {
            try await scene.clinic.appointments.find(AppointmentID(99)!, for: stranger)
        }
        await #expect(throws: Failure.self) { try await scene.clinic.doctors.find(DoctorID(99)!, for: stranger) }

        var query = AuditQuery()
        (query.account, query.ordering) = (stranger.account, [Ordering(.id)])
        let entries = try await scene.clinic.reads.audit.list(query).map(\.entry)
        #expect(entries.map(\.patients) == [[scene.ann.number], [scene.ann.number], [], []])
        #expect(entries.allSatisfy { $0.action == "access.refused" && $0.outcome == "refused" })
    }

    @Test("what was kept for a repetition before its record was known is answered and noted without one")
    func olderAnswers() async throws {
        let clinic = try await TestClinic()
        let key = try #require(IdempotencyKey("k"))
        let older = KeptAnswer(fingerprint: "f \(clinic.nurse.standing)", answer: "\"tag\"\n{}")
        _ = try await clinic.storage.transaction { stores throws(Failure) in
            let kept = try await stores.idempotency.claim(key, of: clinic.nurse.account, at: .dawn)
            try await stores.idempotency.keep(older, under: key, of: clinic.nurse.account, at: .dawn)
            return kept
        }
        let retry = Retry<Patient>(key: key, fingerprint: "f") { _ in "new" }

        let answer = try await clinic.patients.register.once(retry, by: clinic.nurse) { PatientForm(.ann) }

        let entries = try await clinic.reads.audit.list(AuditQuery()).map(\.entry)
        #expect(answer == older.answer)
        #expect(entries.first?.action == "patient.read" && entries.first?.record == nil)
    }
}

extension TestClinic {
    fileprivate func entries(about subject: AuditSubject) async throws(Failure) -> [AuditEntry] {
        var query = AuditQuery()
        (query.subject, query.ordering) = (subject, [Ordering(.id)])
        return try await reads.audit.list(query).map(\.entry)
    }
}

/// A storage in which nothing can be noted.
private struct StorageWithoutNotes: Storage {
    let storage: any Storage

    var reads: Readers { storage.reads }
    var audit: any AuditTrail { BusyTrail() }

    func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await storage.transaction { stores throws(Failure) in
            try await work(
                Stores(
                    patients: stores.patients, doctors: stores.doctors, assignments: stores.assignments,
                    appointments: stores.appointments, accounts: stores.accounts, sessions: stores.sessions,
                    secondFactors: stores.secondFactors, throttle: stores.throttle,
                    idempotency: stores.idempotency, locks: stores.locks, audit: BusyTrail()))
        }
    }

    func checkReadiness() async throws(Failure) { try await storage.checkReadiness() }
}

private struct BusyTrail: AuditTrail, AuditStore {
    func record(_ event: AuditEvent) async throws(Failure) { throw .busy }
    func record(_ events: [AuditEvent]) async throws(Failure) { throw .busy }
    func newestHead() async throws(Failure) -> KeptAuditHead? { throw .busy }
    func keep(_ head: SignedAuditHead) async throws(Failure) { throw .busy }
}
