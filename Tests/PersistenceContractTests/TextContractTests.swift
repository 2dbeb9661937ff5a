import Application
import Domain
import Testing

@Suite("Text")
struct TextContractTests {
    /// Names that have broken databases before.
    static let names = [
        "Zoë", "Zoe\u{308}", "O'Brien", "\"Bobby\"; DROP TABLE patients; --", "100%", "a_b", "back\\slash",
        "?1 $1 :name",
        "שרה", "محمد", "王小明", "Владимир", "👩‍👩‍👧‍👦", "e\u{301}\u{323}", "İstanbul", "ﬀ", "tab\tnew\nline", "\u{202E}abc",
        "\u{10FFFF}",
    ]

    @Test("comes back exactly as it was, scalar by scalar", arguments: Backend.available)
    func scalars(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            for name in TextContractTests.names {
                let ann = try await clinic.register(.ann.named(name, name))

                let found = try await clinic.reads.patients.find(ann.id, in: .everything)

                // Not compared as strings: Swift takes canonically equivalent ones for equal.
                #expect(found.map { Array($0.details.firstName.text.unicodeScalars) } == Array(name.unicodeScalars))
            }
        }
    }

    @Test("may have as many characters as its kind allows, outside the basic plane too", arguments: Backend.available)
    func limits(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let details = PatientDetails.boInFull.with {
                $0.firstName = .longest("x")
                $0.lastName = .longest("😀")
                $0.phoneNumber = .longest("1")
                $0.email = .longest("é")
                $0.address = .longest("😀")
                $0.emergencyContact = .init(name: .longest("ж"), phone: .longest("2"))
                $0.clinicalText = .init(
                    medicalHistory: .longest("x"), allergies: .longest("é"), currentMedications: .longest("王"))
                $0.insurance = .init(provider: .longest("😀"), number: .longest("9"))
            }

            let patient = try await clinic.register(details)

            #expect(try await clinic.reads.patients.find(patient.id, in: .everything) == patient)
        }
    }

    @Test("of doctors and mappings may be as long as its kind allows", arguments: Backend.available)
    func limitsElsewhere(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let doctor = try await clinic.hire(
                .drGreyInFull.with {
                    $0.firstName = .longest("😀")
                    $0.lastName = .longest("x")
                    $0.specialization = .longest("é")
                    $0.licenseNumber = .longest("7")
                    $0.phoneNumber = .longest("1")
                    $0.email = .longest("x")
                    $0.address = .longest("😀")
                    $0.education = .longest("x")
                    $0.certifications = .longest("x")
                    $0.languagesSpoken = .longest("😀")
                })
            let ann = try await clinic.register(.ann)
            let nurse = clinic.nurse.id
            let details = AssignmentDetails(
                patient: ann.id, doctor: doctor.id, notes: .longest("😀"), reason: .longest("x"))

            let assignment = try await clinic.storage.write {
                try await $0.assignments.insert(details, by: nurse, at: .dawn)
            }

            #expect(try await clinic.reads.doctors.find(doctor.id) == doctor)
            #expect(try await clinic.reads.assignments.find(assignment.id, in: .everything) == assignment)
        }
    }

    @Test("of appointments and accounts may be as long as its kind allows", arguments: Backend.available)
    func limitsOfTheRest(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let profile = Profile(
                email: .longest("x"), firstName: .longest("😀"), lastName: .longest("é"), phoneNumber: .longest("1"),
                address: .longest("😀"))
            let new = NewAccount(
                username: .longest("u"), profile: profile, role: .staff, passwordHash: PasswordHash(phc: "$hash"))
            let account = try await clinic.storage.write { try await $0.accounts.insert(new, at: .dawn) }
            let ann = try await clinic.register(.ann)
            let house = try await clinic.hire(.drHouse)
            let details = AppointmentDetails(
                doctor: house.id, patient: ann.id, slot: .monday(9), reason: .longest("😀"), notes: .longest("x"))

            let appointment = try await clinic.storage.write {
                try await $0.appointments.insert(details, by: account.id, at: .dawn)
            }

            #expect(try await clinic.reads.accounts.find(account.id) == account)
            #expect(try await clinic.reads.appointments.find(appointment.id, in: .everything) == appointment)
        }
    }
}

extension LimitedText {
    /// So many of one character as this kind of text can have.
    fileprivate static func longest(_ character: Character) -> Self {
        Self(stored: String(repeating: character, count: maximumLength))
    }
}
