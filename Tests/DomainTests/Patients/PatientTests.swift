import Domain
import Testing

@Suite("Patients")
struct PatientTests {
    @Test("a change of nothing but clinical text is told from others")
    func clinicalText() throws {
        let before = try details()
        var clinical = before
        clinical.clinicalText = .init(medicalHistory: try FreeText("a"), allergies: try FreeText("b"))
        var both = clinical
        both.lastName = try PersonName("Bauer")

        #expect(clinical.differsOnlyInClinicalText(from: before) && before.differsOnlyInClinicalText(from: before))
        #expect(!both.differsOnlyInClinicalText(from: before))
    }

    @Test("a new patient has nothing but what is required")
    func defaults() throws {
        let details = try details()
        let patient = Patient(id: ann, details: details, createdBy: nurse, createdAt: monday, updatedAt: monday)

        #expect(details.bloodGroup == nil && details.email == nil && details.address == nil)
        #expect(!details.claimsEmail && !details.dateOfBirthIsEstimated)
        #expect(details.emergencyContact == .init() && details.clinicalText == .init() && details.insurance == .init())
        #expect(patient.details == details && patient.id == ann && patient.createdBy == nurse)
        #expect(patient.createdAt == monday && patient.updatedAt == monday)
    }

    @Test("an entry over a claim keeps the claim, and keeps an estimate as long as the date stays")
    func marks() throws {
        var present = try details()
        (present.claimsEmail, present.dateOfBirthIsEstimated) = (true, true)
        let same = try details()
        var other = same
        other.dateOfBirth = try BirthDate(CalendarDate("1990-05-16")!, today: monday.date)

        #expect(same.keepingMarks(of: present) == present)
        #expect(other.keepingMarks(of: present).claimsEmail)
        #expect(!other.keepingMarks(of: present).dateOfBirthIsEstimated)
        #expect(present.keepingMarks(of: same) == same)
        #expect(present.keepingMarks(of: nil) == present)
    }

    @Test("blood groups and genders are written down by their usual codes")
    func codes() {
        #expect(BloodGroup.allCases.map(\.rawValue) == ["A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-"])
        #expect(Gender.allCases.map(\.rawValue) == ["M", "F", "O"])
        #expect(BloodGroup(rawValue: "a+") == nil && Gender(rawValue: "m") == nil)
    }

    private func details() throws -> PatientDetails {
        PatientDetails(
            firstName: try PersonName("Ann"), lastName: try PersonName("Archer"),
            dateOfBirth: try BirthDate(CalendarDate("1990-05-15")!, today: monday.date), gender: .female,
            phoneNumber: try PhoneNumber("555 0101"))
    }
}
