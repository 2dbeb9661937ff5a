import Application
import Domain
import Testing

@Suite("Patients")
struct PatientTests {
    @Test("a registered patient is found as entered, with who registered it and when")
    func registers() async throws {
        let clinic = try await TestClinic()

        let patient = try await clinic.patients.register(by: clinic.nurse) { PatientForm(.ann) }

        let found = try await clinic.patients.find(patient.id, for: clinic.nurse)
        #expect(found == patient)
        #expect(found.details == .ann)
        #expect(found.createdBy == clinic.nurse.account)
        #expect(found.createdAt == .dawn)
        #expect(found.updatedAt == .dawn)
    }

    @Test("a change is kept with its time; who registered the patient stays")
    func changes() async throws {
        let scene = try await Scene()
        scene.clinic.clock.advance(minutes: 3)

        let changed = try await scene.clinic.patients.change(scene.ann, by: scene.clinic.admin) { present in
            PatientForm(present.with { $0.insurance = .init(number: InsuranceNumber(stored: "M-77")) })
        }

        let found = try await scene.clinic.patients.find(scene.ann, for: scene.clinic.nurse)
        #expect(found == changed)
        #expect(found.details.insurance.number?.text == "M-77")
        #expect(found.createdBy == scene.clinic.nurse.account)
        #expect(found.updatedAt == Instant.dawn.adding(minutes: 3))
    }

    @Test("an e-mail address that another patient claims is refused together with other faults")
    func claimedEmail() async throws {
        let scene = try await Scene()
        let claiming = PatientDetails.bo.with { details in
            details.email = EmailAddress(stored: "bo@example.org")
            details.claimsEmail = true
        }
        let bo = try await scene.clinic.patients.register(by: scene.clinic.nurse) { PatientForm(claiming) }
        var check = FieldCheck()
        check.refuse(.gender, .required)
        let form = PatientForm(claimedEmail: claiming.email, details: nil, check: check)

        await #expect(
            throws: Failure.invalid([FieldError(.gender, .required), FieldError(.email, .taken(.patientEmailTaken))])
        ) { try await scene.clinic.patients.register(by: scene.clinic.nurse) { form } }
        let unchanged = try await scene.clinic.patients.change(bo.id, by: scene.clinic.nurse) { PatientForm($0) }

        #expect(unchanged.details == claiming)
    }

    @Test("whether there is such a patient is looked at before the request is read")
    func notFoundFirst() async throws {
        let scene = try await Scene()

        await #expect(throws: Failure.notFound(.patient)) {
            try await scene.clinic.patients.change(PatientID(99)!, by: scene.clinic.admin) { _ throws(Failure) in
                throw .unreadable(.nothing)
            }
        }
        await #expect(throws: Failure.notFound(.patient)) {
            try await scene.clinic.patients.change(scene.bo, by: scene.clinic.nurse) { _ throws(Failure) in
                throw .unreadable(.nothing)
            }
        }
    }

    @Test("what reading the request throws is passed on, and nothing is changed")
    func faultyRequest() async throws {
        let scene = try await Scene()
        let faults = Failure.invalid([FieldError(.gender, .notAChoice("X")), FieldError(.email, .malformedEmail)])

        await #expect(throws: faults) {
            try await scene.clinic.patients.change(scene.ann, by: scene.clinic.nurse) { _ throws(Failure) in
                throw faults
            }
        }
        let found = try await scene.clinic.patients.find(scene.ann, for: scene.clinic.nurse)
        #expect(found.details == .ann)
        #expect(found.updatedAt == .dawn)
    }

    @Test("a doctor in charge writes clinical text, and with it nothing else")
    func clinicalText() async throws {
        let scene = try await Scene()
        let text = PatientDetails.ClinicalText(
            medicalHistory: FreeText(stored: "flu"), allergies: FreeText(stored: "nuts"),
            currentMedications: FreeText(stored: "none"))

        let changed = try await scene.clinic.patients.change(scene.ann, by: scene.house) { present in
            PatientForm(present.with { $0.clinicalText = text })
        }
        await #expect(throws: Failure.notAllowed) {
            try await scene.clinic.patients.change(scene.ann, by: scene.house) { present in
                PatientForm(
                    present.with {
                        $0.clinicalText = .init()
                        $0.phoneNumber = PhoneNumber(stored: "555")
                    })
            }
        }

        let found = try await scene.clinic.patients.find(scene.ann, for: scene.clinic.nurse)
        #expect(found == changed)
        #expect(found.details == PatientDetails.ann.with { $0.clinicalText = text })
    }

    @Test("deleting a patient takes mappings and appointments along, and frees the time")
    func deletes() async throws {
        let scene = try await Scene()

        try await scene.clinic.patients.delete(scene.ann, by: scene.clinic.nurse)

        let admin = scene.clinic.admin
        await #expect(throws: Failure.notFound(.patient)) {
            try await scene.clinic.patients.find(scene.ann, for: admin)
        }
        await #expect(throws: Failure.notFound(.assignment)) {
            try await scene.clinic.assignments.find(scene.mapping, for: admin)
        }
        await #expect(throws: Failure.notFound(.appointment)) {
            try await scene.clinic.appointments.find(scene.appointment, for: admin)
        }
        let booked = try await scene.clinic.appointments.book(
            AppointmentForm(scene.bo, scene.drHouse, .monday(10)), by: admin)
        #expect(booked.details.patient == scene.bo)
    }

    @Test("a patient is deleted once")
    func deletesOnce() async throws {
        let scene = try await Scene()
        try await scene.clinic.patients.delete(scene.ann, by: scene.clinic.nurse)

        await #expect(throws: Failure.notFound(.patient)) {
            try await scene.clinic.patients.delete(scene.ann, by: scene.clinic.nurse)
        }
    }
}
