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

    @Test("is said together with the diary of who is there", arguments: Backend.listing)
    func diary(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, house) = (try await clinic.register(.ann), try await clinic.hire(.drHouse))
            let booked = try await clinic.book(ann, with: house, .monday(10))
            let nobodys = Scope.related([.madeIt], Caller(clinic.otherNurse))

            let asked = try await clinic.facts(booked.details, changed: nil)
            let changed = try await clinic.facts(booked.details, changed: booked.id)
            let hidden = try await clinic.facts(booked.details, changed: nil, in: nobodys)

            #expect(asked.diary?.doctorSlots == [booked.details.slot])
            #expect(changed.diary?.doctorSlots == [])
            #expect(hidden.doctorIsThere && !hidden.patientIsThere)
            #expect(hidden.diary == asked.diary)
        }
    }

    @Test("is said of a doctor who has no diary any more", arguments: Backend.listing)
    func doctorGone(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, house) = (try await clinic.register(.ann), try await clinic.hire(.drHouse))
            let details = AppointmentDetails(doctor: house.id, patient: ann.id, slot: .monday(10))
            _ = try await clinic.delete(house.id)

            let facts = try await clinic.facts(details, changed: nil)

            #expect(!facts.doctorIsThere && facts.patientIsThere && facts.diary == nil)
        }
    }
}

@Suite("A number that was set aside")
struct SetAsideNumberContractTests {
    @Test("is that of the appointment, and of no other one", arguments: Backend.listing)
    func number(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, house) = (try await clinic.register(.ann), try await clinic.hire(.drHouse))
            let first = AppointmentDetails(doctor: house.id, patient: ann.id, slot: .monday(10))
            let second = AppointmentDetails(doctor: house.id, patient: ann.id, slot: .monday(11))

            let early = try await clinic.keep(first)
            let late = try await clinic.keep(second)
            let plain = try await clinic.book(ann, with: house, .monday(12))

            #expect(early.id < late.id && late.id < plain.id)
            let found = try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything)
            #expect(found == [early, late, plain])
        }
    }

    @Test("does not get around overlaps and people who are gone", arguments: Backend.listing)
    func refused(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, house) = (try await clinic.register(.ann), try await clinic.hire(.drHouse))
            let (bob, grey) = (try await clinic.register(.ann), try await clinic.hire(.drGrey))
            let kept = try await clinic.book(ann, with: house, .monday(10))
            let ofBob = AppointmentDetails(doctor: house.id, patient: bob.id, slot: .monday(11))
            let withGrey = AppointmentDetails(doctor: grey.id, patient: ann.id, slot: .monday(11))
            try await clinic.delete(bob.id)
            _ = try await clinic.delete(grey.id)

            await #expect(throws: Failure.conflict(.diary([.doctorConflict]))) { try await clinic.keep(kept.details) }
            await #expect(throws: Failure.notFound(.patient)) { try await clinic.keep(ofBob) }
            await #expect(throws: Failure.notFound(.doctor)) { try await clinic.keep(withGrey) }
            #expect(try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything) == [kept])
        }
    }
}

extension Clinic {
    fileprivate func facts(
        _ details: AppointmentDetails, changed: AppointmentID?, in scope: Scope = .everything
    ) async throws -> BookingFacts {
        try await storage.write { stores in
            try await stores.appointments.facts(
                for: BookingQuestion(
                    doctor: details.doctor, patient: details.patient, planned: details, changed: changed),
                patientIn: scope)
        }
    }

    /// Asks for a number, and keeps the appointment under it whatever the diary says.
    fileprivate func keep(_ details: AppointmentDetails) async throws -> Appointment {
        let account = nurse.id
        return try await storage.write { stores in
            let facts = try await stores.appointments.facts(
                for: BookingQuestion(planned: details), patientIn: .everything)
            return try await stores.appointments.insert(details, as: facts.number, by: account, at: .dawn)
        }
    }

    fileprivate func expect(
        _ doctor: DoctorID?, _ isDoctorThere: Bool, _ patient: PatientID?, _ isPatientThere: Bool,
        in scope: Scope = .everything, location: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await storage.write { stores in
            let facts = try await stores.appointments.facts(
                for: BookingQuestion(doctor: doctor, patient: patient), patientIn: scope)
            return [facts.doctorIsThere, facts.patientIsThere]
        }
        #expect(found == [isDoctorThere, isPatientThere], sourceLocation: location)
    }
}
