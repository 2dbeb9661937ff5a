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
}
