import Application
import Domain
import Testing

@Suite struct `A list of appointments with their people` {
    @Test func `shows no patient whom the caller may not see, and is noted once`() async throws {
        let scene = try await Scene()
        let bos = try await scene.clinic.storage.appointment(scene.bo, scene.drGrey, .monday(9), by: scene.clinic.nurse)

        let all = try await scene.clinic.appointments.listWithPeople(AppointmentQuery(), for: scene.clinic.nurse)
        let grey = try await scene.clinic.appointments.listWithPeople(AppointmentQuery(), for: scene.grey)

        #expect(all.rows.map(\.appointment.id) == [bos, scene.appointment])
        #expect(all.rows.map(\.doctor.id) == [scene.drGrey, scene.drHouse])
        #expect(all.rows.map(\.patient?.id) == [nil, scene.ann])
        #expect(grey.rows.map(\.appointment.id) == [bos] && grey.rows.map(\.patient) == [nil])
        #expect(try await scene.entries().map(\.action) == ["appointment.listed", "appointment.listed"])
    }

    @Test func `goes on where its page ends`() async throws {
        let scene = try await Scene()
        let bos = try await scene.clinic.storage.appointment(scene.bo, scene.drGrey, .monday(9), by: scene.clinic.nurse)
        var query = AppointmentQuery()
        query.page.size = 1

        let first = try await scene.clinic.appointments.listWithPeople(query, for: scene.clinic.nurse)
        query.page.position = first.next
        let second = try await scene.clinic.appointments.listWithPeople(query, for: scene.clinic.nurse)

        #expect(first.rows.map(\.appointment.id) == [bos])
        #expect(second.rows.map(\.appointment.id) == [scene.appointment] && second.next == nil)
    }
}
