import Application
import Domain
import Testing

@Suite struct `What goes along when somebody is deleted` {
    @Test(arguments: Backend.available)
    func `is counted for a patient and for a doctor`(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo, by: clinic.otherNurse))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            _ = try await clinic.assign(ann, to: house)
            _ = try await clinic.assign(ann, to: grey, .completed)
            let unmapped = try await clinic.assign(bo, to: house)
            _ = try await clinic.book(ann, with: house, .monday(8))
            _ = try await clinic.book(ann, with: house, .monday(9), .cancelled)
            _ = try await clinic.book(bo, with: house, .monday(10))
            _ = try await clinic.book(ann, with: grey, .monday(12))
            let gone = try await clinic.book(ann, with: house, .monday(14))
            try await clinic.delete(unmapped.id)
            try await clinic.delete(gone.id)

            let ofAnn = try await clinic.reads.patients.dependents(of: ann.id, at: .monday(9))
            let ofHouse = try await clinic.reads.doctors.dependents(of: house.id, at: .monday(9))
            let ofNobody = try await clinic.reads.doctors.dependents(of: DoctorID(999)!, at: .monday(9))

            #expect(ofAnn == Dependents(mappings: 2, appointmentsToCome: 2, pastAppointments: 1))
            #expect(ofHouse == Dependents(mappings: 1, appointmentsToCome: 2, pastAppointments: 1))
            #expect(ofNobody == Dependents(mappings: 0, appointmentsToCome: 0, pastAppointments: 0))
        }
    }
}
