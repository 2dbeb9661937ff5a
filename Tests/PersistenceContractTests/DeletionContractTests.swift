import Application
import Domain
import Testing

@Suite("Deleting somebody")
struct DeletionContractTests {
    @Test("takes a patient's mappings and appointments along, and nobody else's", arguments: Backend.available)
    func patient(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let house = try await clinic.hire(.drHouse)
            let assignment = try await clinic.assign(ann, to: house)
            let appointment = try await clinic.book(ann, with: house, .monday(10))
            let othersAssignment = try await clinic.assign(bo, to: house)
            let othersAppointment = try await clinic.book(bo, with: house, .monday(11))

            try await clinic.delete(ann.id)

            #expect(try await clinic.reads.assignments.find(assignment.id, in: .everything) == nil)
            #expect(try await clinic.reads.appointments.find(appointment.id, in: .everything) == nil)
            #expect(try await clinic.reads.assignments.list(AssignmentQuery(), in: .everything) == [othersAssignment])
            #expect(
                try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything) == [othersAppointment])
            #expect(try await clinic.reads.assignments.listWithDoctors(.of(ann), in: .everything).isEmpty)
            #expect(try await clinic.reads.doctors.find(house.id) == house)
        }
    }

    @Test("takes a doctor's mappings and appointments along, and nobody else's", arguments: Backend.available)
    func doctor(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            let assignment = try await clinic.assign(ann, to: house)
            let appointment = try await clinic.book(ann, with: house, .monday(10))
            let othersAssignment = try await clinic.assign(ann, to: grey)
            let othersAppointment = try await clinic.book(ann, with: grey, .monday(11))

            try await clinic.delete(house.id)

            #expect(try await clinic.reads.assignments.find(assignment.id, in: .everything) == nil)
            #expect(try await clinic.reads.appointments.find(appointment.id, in: .everything) == nil)
            #expect(
                try await clinic.reads.assignments.listWithDoctors(.of(ann), in: .everything).map(\.assignment) == [
                    othersAssignment
                ])
            #expect(
                try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything) == [othersAppointment])
            #expect(try await clinic.reads.patients.find(ann.id, in: .everything) == ann)
        }
    }

    @Test("frees the time that the other side held", arguments: Backend.available)
    func freesTime(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let house = try await clinic.hire(.drHouse)
            _ = try await clinic.book(ann, with: house, .monday(10))

            try await clinic.delete(ann.id)
            let kept = try await clinic.book(bo, with: house, .monday(10))

            #expect(try await clinic.reads.appointments.list(AppointmentQuery(), in: .everything) == [kept])
        }
    }

    @Test("tells of a doctor whose mappings and appointments went along", arguments: Backend.available)
    func patientsOfDoctor(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (cy, di) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            _ = try await clinic.assign(ann, to: house, .completed)
            _ = try await clinic.book(ann, with: house, .monday(10))
            _ = try await clinic.book(bo, with: house, .monday(11), .cancelled)
            let gone = try await clinic.assign(cy, to: house)
            _ = try await clinic.book(di, with: grey, .monday(10))
            try await clinic.delete(gone.id)

            let patients = try await clinic.delete(house.id)
            let again = try await clinic.delete(house.id)

            #expect(patients == [ann.id, bo.id])
            #expect(again == [])
        }
    }

    @Test("leaves nobody to be mapped or booked", arguments: Backend.available)
    func nobodyLeft(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let bo = try await clinic.register(.bo)
            let house = try await clinic.hire(.drHouse)
            let grey = try await clinic.hire(.drGrey)
            var mapped = try await clinic.assign(bo, to: grey)
            mapped.details.doctor = house.id
            let moved = mapped
            let booked = try await clinic.book(bo, with: grey, .monday(10))
            try await clinic.delete(ann.id)
            try await clinic.delete(house.id)

            await #expect(throws: Failure.notFound(.patient)) { try await clinic.assign(ann, to: grey) }
            await #expect(throws: Failure.notFound(.doctor)) { try await clinic.assign(bo, to: house) }
            await #expect(throws: Failure.notFound(.patient)) { try await clinic.book(ann, with: grey, .monday(12)) }
            await #expect(throws: Failure.notFound(.doctor)) { try await clinic.book(bo, with: house, .monday(12)) }
            await #expect(throws: Failure.notFound(.patient)) {
                try await clinic.change(booked) { $0.patient = ann.id }
            }
            await #expect(throws: Failure.notFound(.doctor)) {
                try await clinic.storage.write { try await $0.assignments.update(moved) }
            }
        }
    }

    @Test("leaves nothing to be changed", arguments: Backend.available)
    func nothingToChange(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let (ann, bo) = (try await clinic.register(.ann), try await clinic.register(.bo))
            let (house, grey) = (try await clinic.hire(.drHouse), try await clinic.hire(.drGrey))
            let mapped = try await clinic.assign(bo, to: grey)
            let booked = try await clinic.book(bo, with: grey, .monday(10))
            try await clinic.delete(ann.id)
            try await clinic.delete(house.id)
            try await clinic.delete(mapped.id)
            try await clinic.delete(booked.id)

            await #expect(throws: Failure.notFound(.patient)) {
                try await clinic.storage.write { try await $0.patients.update(ann) }
            }
            await #expect(throws: Failure.notFound(.doctor)) {
                try await clinic.storage.write { try await $0.doctors.update(house) }
            }
            await #expect(throws: Failure.notFound(.assignment)) {
                try await clinic.storage.write { try await $0.assignments.update(mapped) }
            }
            await #expect(throws: Failure.notFound(.appointment)) {
                try await clinic.storage.write { try await $0.appointments.update(booked) }
            }
        }
    }

    @Test("ends what the doctor could see of patients", arguments: Backend.available)
    func endsSight(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let assignment = try await clinic.assign(ann, to: house)
            let scope = Scope.related([.isItsDoctor], Caller(clinic.nurse, doctor: house))
            let before = try await clinic.reads.patients.find(ann.id, in: scope)

            try await clinic.delete(assignment.id)

            #expect(before == ann)
            #expect(try await clinic.reads.patients.find(ann.id, in: scope) == nil)
            #expect(try await clinic.reads.patients.list(PatientQuery(), in: scope).isEmpty)
        }
    }
}
