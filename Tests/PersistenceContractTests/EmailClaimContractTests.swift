import Application
import Domain
import Testing

@Suite struct `The claim of patients to their e-mail addresses` {
    @Test(arguments: Backend.available) func `is refused when another patient claims the same`(_ backend: Backend)
        async throws
    {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann.claiming("one@example.org"))
            let bo = try await clinic.register(.bo.claiming("two@example.org"), by: clinic.otherNurse)

            await #expect(throws: Failure.conflict(.patientEmailTaken)) {
                _ = try await clinic.register(.bo.claiming("one@example.org"), by: clinic.otherNurse)
            }
            await #expect(throws: Failure.conflict(.patientEmailTaken)) {
                try await clinic.change(bo) { $0.email = ann.details.email }
            }

            let kept = try await clinic.reads.patients.list(PatientQuery(), in: .everything)
            #expect(kept == [bo, ann])
        }
    }

    @Test(arguments: Backend.available) func `leaves alone those who claim nothing, and is left alone by them`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let email = EmailAddress(stored: "one@example.org")
            let first = try await clinic.register(.ann.with { $0.email = email })
            let claiming = try await clinic.register(.ann.claiming(email.text))
            let second = try await clinic.register(.bo.with { $0.email = email })

            await #expect(throws: Failure.conflict(.patientEmailTaken)) {
                try await clinic.change(first) { $0.claimsEmail = true }
            }

            for patient in [first, claiming, second] {
                #expect(try await clinic.reads.patients.find(patient.id, in: .everything) == patient)
            }
        }
    }

    @Test(arguments: Backend.available) func `compares as written, and a patient's own claim does not count`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann.claiming("one@example.org"))
            _ = try await clinic.register(.bo.claiming("One@example.org"))

            try await clinic.change(ann) { $0.allergiesAre("nuts") }

            let patients = clinic.reads.patients
            let email = EmailAddress(stored: "one@example.org")
            #expect(try await patients.isEmailClaimed(email, except: nil))
            #expect(try await !patients.isEmailClaimed(email, except: ann.id))
            #expect(try await !patients.isEmailClaimed(EmailAddress(stored: "ONE@example.org"), except: nil))
        }
    }

    @Test(arguments: Backend.available) func `ends with the patient, with another address and without one`(
        _ backend: Backend
    ) async throws {
        try await backend.withClinic { clinic in
            let ann = try await clinic.register(.ann.claiming("one@example.org"))
            let bo = try await clinic.register(.bo.claiming("two@example.org"))
            let blank = try await clinic.register(.bo.claiming("three@example.org"))
            try await clinic.delete(ann.id)
            try await clinic.change(bo) { $0.email = EmailAddress(stored: "four@example.org") }
            try await clinic.change(blank) { $0.email = nil }

            for address in ["one@example.org", "two@example.org", "three@example.org"] {
                let email = EmailAddress(stored: address)
                #expect(try await !clinic.reads.patients.isEmailClaimed(email, except: nil))
                _ = try await clinic.register(.ann.claiming(address))
            }
            _ = try await clinic.register(.ann.with { $0.claimsEmail = true })
        }
    }

    @Test(arguments: Backend.available) func `is given to one of twenty who ask at the same time`(_ backend: Backend)
        async throws
    {
        try await backend.withClinic { clinic in
            let outcomes = await withTaskGroup(of: Failure?.self) { group in
                for _ in 0..<20 {
                    group.addTask { await clinic.registrationFailure(.ann.claiming("one@example.org")) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }

            let kept = try await clinic.reads.patients.list(PatientQuery(), in: .everything)
            #expect(kept.count == 1)
            #expect(outcomes.count { $0 == nil } == 1)
            let taken = Failure.invalid([FieldError(.email, .taken(.patientEmailTaken))])
            #expect(outcomes.compactMap(\.self).allSatisfy { $0 == .conflict(.patientEmailTaken) || $0 == taken })
        }
    }
}

extension PatientDetails {
    fileprivate func claiming(_ email: String) -> PatientDetails {
        with {
            $0.email = EmailAddress(stored: email)
            $0.claimsEmail = true
        }
    }

    fileprivate mutating func allergiesAre(_ text: String) { clinicalText.allergies = FreeText(stored: text) }
}

extension Clinic {
    fileprivate func change(_ patient: Patient, _ change: (inout PatientDetails) -> Void) async throws {
        var changed = patient
        change(&changed.details)
        let final = changed
        try await storage.write { try await $0.patients.update(final) }
    }

    /// Why the use case did not register a patient; `nil` when it did.
    fileprivate func registrationFailure(_ details: PatientDetails) async -> Failure? {
        do {
            _ = try await useCases.patients.register(by: Caller(nurse)) {
                PatientForm(claimedEmail: details.email, details: details, check: FieldCheck())
            }
            return nil
        } catch {
            return error
        }
    }
}
