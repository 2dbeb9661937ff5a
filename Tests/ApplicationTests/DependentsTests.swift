import Application
import Domain
import Testing

@Suite struct `What goes along with somebody who is deleted` {
    @Test func `is what the deletion takes, whoever may see it`() async throws {
        let scene = try await Scene()
        let (clinic, nurse) = (scene.clinic, scene.clinic.nurse)
        _ = try await clinic.storage.appointment(scene.bo, scene.drHouse, .monday(5), by: clinic.otherNurse)

        let ofAnn = try await clinic.patients.findDependents(of: scene.ann, for: nurse)
        let ofHouse = try await clinic.doctors.findDependents(of: scene.drHouse, for: nurse)

        #expect(ofAnn == Dependents(mappings: 1, appointmentsToCome: 1, pastAppointments: 0))
        #expect(ofHouse == Dependents(mappings: 1, appointmentsToCome: 1, pastAppointments: 1))
        #expect(try await scene.entries().map(\.action) == ["patient.read", "doctor.read"])
    }

    @Test func `of nobody is not found`() async throws {
        let scene = try await Scene()

        await #expect(throws: Failure.notFound(.patient)) {
            try await scene.clinic.patients.findDependents(of: PatientID(999)!, for: scene.clinic.admin)
        }
        await #expect(throws: Failure.notFound(.doctor)) {
            try await scene.clinic.doctors.findDependents(of: DoctorID(999)!, for: scene.clinic.admin)
        }
    }
}
