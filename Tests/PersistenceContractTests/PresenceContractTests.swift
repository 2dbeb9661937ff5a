import Application
import Domain
import Testing

@Suite("Whether people are there")
struct PresenceContractTests {
    @Test("is said of doctor and patient, each for itself", arguments: Backend.listing)
    func each(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bob) = (try await clinic.register(.ann), try await clinic.register(.ann))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            try await clinic.delete(bob.id)
            _ = try await clinic.delete(grey.id)

            try await clinic.expect(house.id, true, ann.id, true)
            try await clinic.expect(grey.id, false, ann.id, true)
            try await clinic.expect(house.id, true, bob.id, false)
            try await clinic.expect(DoctorID(999), false, PatientID(999), false)
        }
    }

    @Test("is always so of nobody", arguments: Backend.listing)
    func nobody(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)

            try await clinic.expect(nil, true, nil, true)
            try await clinic.expect(nil, true, ann.id, true)
            try await clinic.expect(DoctorID(999), false, nil, true)
            try await clinic.expect(nil, true, nil, true, in: .nothing)
        }
    }

    @Test("is said of patients within a scope", arguments: Backend.listing)
    func scope(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let (nurse, other) = (Caller(clinic.nurse), Caller(clinic.otherNurse))

            try await clinic.expect(house.id, true, ann.id, true, in: .related([.madeIt], nurse))
            try await clinic.expect(house.id, true, ann.id, false, in: .related([.madeIt], other))
            try await clinic.expect(house.id, true, ann.id, false, in: .nothing)
        }
    }
}

extension Clinic {
    fileprivate func expect(
        _ doctor: DoctorID?, _ isDoctorThere: Bool, _ patient: PatientID?, _ isPatientThere: Bool,
        in scope: Scope = .everything, location: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await storage.write { stores in
            let found = try await stores.appointments.areThere(doctor, patient, patientIn: scope)
            return [found.doctor, found.patient]
        }
        #expect(found == [isDoctorThere, isPatientThere], sourceLocation: location)
    }
}
