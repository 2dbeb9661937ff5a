import Application
import Domain
import Testing

@Suite("Doctors")
struct DoctorTests {
    @Test("a registered doctor is found as entered")
    func registers() async throws {
        let clinic = try await TestClinic()

        let doctor = try await clinic.doctors.register(DoctorForm(.drHouse), by: clinic.nurse)

        let found = try await clinic.doctors.find(doctor.id, for: clinic.nurse)
        #expect(found == doctor)
        #expect(found.details == .drHouse)
        #expect(found.createdAt == .dawn)
    }

    @Test("a taken licence and a taken e-mail address are answered together with everything else that is wrong")
    func taken() async throws {
        let scene = try await Scene()
        var check = FieldCheck()
        check.refuse(.gender, .required)
        let form = DoctorForm(
            license: DoctorDetails.drHouse.licenseNumber, email: DoctorDetails.drGrey.email, details: nil, check: check)

        await #expect(
            throws: Failure.invalid([
                FieldError(.gender, .required), FieldError(.licenseNumber, .taken(.licenseTaken)),
                FieldError(.email, .taken(.doctorEmailTaken)),
            ])
        ) { try await scene.clinic.doctors.register(form, by: scene.clinic.nurse) }
    }

    @Test("a doctor's own licence and e-mail address are not taken on change, another doctor's are")
    func ownValues() async throws {
        let scene = try await Scene()

        let kept = try await scene.clinic.doctors.change(scene.drHouse, by: scene.clinic.nurse) { DoctorForm($0) }
        await #expect(throws: Failure.invalid([FieldError(.licenseNumber, .taken(.licenseTaken))])) {
            try await scene.clinic.doctors.change(scene.drHouse, by: scene.clinic.nurse) { present in
                DoctorForm(present.with { $0.licenseNumber = DoctorDetails.drGrey.licenseNumber })
            }
        }

        #expect(kept.details == .drHouse)
    }

    @Test("the licence of a deleted doctor is free again")
    func freedLicense() async throws {
        let scene = try await Scene()
        try await scene.clinic.doctors.delete(scene.drHouse, by: scene.clinic.nurse)

        let successor = try await scene.clinic.doctors.register(DoctorForm(.drHouse), by: scene.clinic.nurse)

        #expect(successor.id != scene.drHouse)
    }

    @Test("a change is kept with its time")
    func changes() async throws {
        let scene = try await Scene()
        scene.clinic.clock.advance(minutes: 3)

        let changed = try await scene.clinic.doctors.change(scene.drHouse, by: scene.house) { present in
            DoctorForm(present.with { $0.consultationFee = Money(stored: 15_000) })
        }

        #expect(try await scene.clinic.doctors.find(scene.drHouse, for: scene.clinic.nurse) == changed)
        #expect(changed.details.consultationFee == Money(stored: 15_000))
        #expect(changed.updatedAt == Instant.dawn.adding(minutes: 3))
    }

    @Test("first it is asked whether there is such a doctor, then who may change it, then what was sent")
    func order() async throws {
        let scene = try await Scene()

        await #expect(throws: Failure.notFound(.doctor)) {
            try await scene.clinic.doctors.change(DoctorID(99)!, by: scene.annHerself) { _ throws(Failure) in
                throw .unreadable(.nothing)
            }
        }
        await #expect(throws: Failure.notAllowed) {
            try await scene.clinic.doctors.change(scene.drHouse, by: scene.annHerself) { _ throws(Failure) in
                throw .unreadable(.nothing)
            }
        }
        await #expect(throws: Failure.unreadable(.nothing)) {
            try await scene.clinic.doctors.change(scene.drHouse, by: scene.clinic.nurse) { _ throws(Failure) in
                throw .unreadable(.nothing)
            }
        }
    }

    @Test("deleting a doctor takes mappings and appointments along, and frees the patient's time")
    func deletes() async throws {
        let scene = try await Scene()

        try await scene.clinic.doctors.delete(scene.drHouse, by: scene.clinic.nurse)

        let admin = scene.clinic.admin
        await #expect(throws: Failure.notFound(.doctor)) {
            try await scene.clinic.doctors.find(scene.drHouse, for: scene.clinic.nurse)
        }
        await #expect(throws: Failure.notFound(.doctor)) {
            try await scene.clinic.doctors.delete(scene.drHouse, by: admin)
        }
        await #expect(throws: Failure.notFound(.assignment)) {
            try await scene.clinic.assignments.find(scene.mapping, for: admin)
        }
        await #expect(throws: Failure.notFound(.appointment)) {
            try await scene.clinic.appointments.find(scene.appointment, for: admin)
        }
        let booked = try await scene.clinic.appointments.book(
            AppointmentForm(scene.ann, scene.drGrey, .monday(10)), by: scene.clinic.nurse)
        #expect(booked.details.doctor == scene.drGrey)
    }

    @Test("a list holds all doctors for everybody, unless its parameters are wrong")
    func lists() async throws {
        let scene = try await Scene()
        var query = DoctorQuery()
        query.search = ["surg"]
        var check = FieldCheck()
        check.refuse(.isAvailable, .filterNotAChoice("maybe"))

        let all = try await scene.clinic.doctors.list(DoctorQuery(), for: scene.clinic.nurse).rows
        let surgeons = try await scene.clinic.doctors.list(query, for: scene.clinic.nurse).rows

        #expect(all.map(\.id) == [scene.drGrey, scene.free, scene.drHouse])
        #expect(surgeons.map(\.id) == [scene.drGrey, scene.free])
        await #expect(throws: Failure.invalid([FieldError(.isAvailable, .filterNotAChoice("maybe"))])) {
            try await scene.clinic.doctors.list(query, check: check, for: scene.clinic.nurse)
        }
    }
}
