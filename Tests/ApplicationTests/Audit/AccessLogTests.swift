import Application
import Domain
import Testing

@Suite struct `The access log of a patient` {
    @Test func `names those who did something, and asks for all of them at once`() async throws {
        let scene = try await Scene()
        let storage = CountingStorage(scene.clinic.storage)
        var ports = scene.clinic.ports
        ports.storage = storage
        let useCases = UseCases(ports: ports, rules: HouseRules())
        for caller in [scene.clinic.nurse, scene.house, scene.clinic.admin, scene.house] {
            _ = try await useCases.patients.find(scene.ann, for: caller)
        }
        _ = storage.takeQuestions()

        let rows = try await useCases.audit.listAccessLog(scene.ann, for: scene.annHerself).rows

        #expect(rows.map(\.username?.text) == ["house", "admin", "house", "nurse"])
        #expect(storage.takeQuestions() == ["accounts"])
    }

    @Test func `of whom nobody has seen asks for nobody`() async throws {
        let scene = try await Scene()
        let storage = CountingStorage(scene.clinic.storage)
        var ports = scene.clinic.ports
        ports.storage = storage

        let rows = try await UseCases(ports: ports, rules: HouseRules()).audit
            .listAccessLog(scene.ann, for: scene.annHerself).rows

        #expect(rows.isEmpty)
        #expect(storage.takeQuestions().isEmpty)
    }

    @Test func `can be asked for changes only`() async throws {
        let scene = try await Scene()
        let nurse = scene.clinic.nurse
        _ = try await scene.clinic.patients.find(scene.ann, for: scene.house)
        _ = try await scene.clinic.patients.change(scene.ann, by: nurse) { present in
            PatientForm(present.with { $0.firstName = PersonName(stored: "Anna") })
        }
        try await scene.changeAppointment(by: scene.house) { $0.status = .checkedIn }
        try await scene.clinic.doctors.delete(scene.drHouse, by: nurse)
        var query = AuditQuery()
        query.actions = AuditAction.changesOfRecords
        query.page.isCounted = true

        let changes = try await scene.clinic.useCases.audit.listAccessLog(scene.ann, query, for: nurse)

        #expect(
            changes.rows.map(\.kept.entry.action) == ["doctor.deleted", "appointment.changed", "patient.changed"])
        #expect(changes.count == 3)
    }
}
