import Domain
import Testing

@Suite("The members in which two versions of a record differ")
struct ChangedFieldsTests {
    private static let patients: [(Field, @Sendable (inout PatientDetails) -> Void)] = [
        (.firstName, { $0.firstName = PersonName(stored: "x") }),
        (.lastName, { $0.lastName = PersonName(stored: "x") }),
        (.dateOfBirth, { $0.dateOfBirth = BirthDate(stored: monday.date) }),
        (.dateOfBirth, { $0.dateOfBirthIsEstimated = true }), (.gender, { $0.gender = .other }),
        (.bloodGroup, { $0.bloodGroup = .abPositive }), (.phoneNumber, { $0.phoneNumber = nil }),
        (.email, { $0.email = EmailAddress(stored: "x@example.org") }), (.email, { $0.claimsEmail = true }),
        (.address, { $0.address = FreeText(stored: "x") }),
        (.emergencyContactName, { $0.emergencyContact.name = PersonName(stored: "x") }),
        (.emergencyContactPhone, { $0.emergencyContact.phone = PhoneNumber(stored: "x") }),
        (.medicalHistory, { $0.clinicalText.medicalHistory = FreeText(stored: "x") }),
        (.allergies, { $0.clinicalText.allergies = FreeText(stored: "x") }),
        (.currentMedications, { $0.clinicalText.currentMedications = FreeText(stored: "x") }),
        (.insuranceProvider, { $0.insurance.provider = InsuranceProvider(stored: "x") }),
        (.insuranceNumber, { $0.insurance.number = InsuranceNumber(stored: "x") }),
    ]

    @Test("are told of a patient, each by itself and all together")
    func patient() {
        let ann = PatientDetails(
            firstName: PersonName(stored: "Ann"), lastName: PersonName(stored: "Archer"),
            dateOfBirth: BirthDate(stored: CalendarDate(year: 1990, month: 5, day: 15)!), gender: .female,
            phoneNumber: PhoneNumber(stored: "1"))

        expectEach(of: Self.patients, in: ann) { $0.fields(changedFrom: $1) }
    }

    private static let doctors: [(Field, @Sendable (inout DoctorDetails) -> Void)] = [
        (.firstName, { $0.firstName = PersonName(stored: "x") }),
        (.lastName, { $0.lastName = PersonName(stored: "x") }),
        (.specialization, { $0.specialization = Specialization(stored: "x") }),
        (.licenseNumber, { $0.licenseNumber = nil }), (.phoneNumber, { $0.phoneNumber = nil }),
        (.email, { $0.email = EmailAddress(stored: "x@example.org") }), (.gender, { $0.gender = .other }),
        (.address, { $0.address = FreeText(stored: "x") }),
        (.dateOfBirth, { $0.dateOfBirth = BirthDate(stored: monday.date) }),
        (.yearsOfExperience, { $0.yearsOfExperience = YearsOfExperience(stored: 9) }),
        (.education, { $0.education = FreeText(stored: "x") }),
        (.certifications, { $0.certifications = FreeText(stored: "x") }),
        (.languagesSpoken, { $0.languagesSpoken = SpokenLanguages(stored: "x") }),
        (.consultationFee, { $0.consultationFee = Money(stored: 1) }), (.isAvailable, { $0.isAvailable = false }),
        (.maximumAppointmentsPerDay, { $0.maximumAppointmentsPerDay = DailyCap(stored: 1) }),
    ]

    @Test("are told of a doctor")
    func doctor() {
        let house = DoctorDetails(
            firstName: PersonName(stored: "Gregory"), lastName: PersonName(stored: "House"),
            specialization: Specialization(stored: "Diagnostics"), licenseNumber: LicenseNumber(stored: "H"),
            phoneNumber: PhoneNumber(stored: "1"), email: EmailAddress(stored: "house@example.org"), gender: .male)

        expectEach(of: Self.doctors, in: house) { $0.fields(changedFrom: $1) }
    }

    private static let assignments: [(Field, @Sendable (inout AssignmentDetails) -> Void)] = [
        (.patient, { $0.patient = bo }), (.doctor, { $0.doctor = drWilson }), (.status, { $0.status = .completed }),
        (.notes, { $0.notes = FreeText(stored: "x") }), (.reasonForAssignment, { $0.reason = FreeText(stored: "x") }),
    ]

    private static let appointments: [(Field, @Sendable (inout AppointmentDetails) -> Void)] = [
        (.patient, { $0.patient = bo }), (.doctor, { $0.doctor = drWilson }),
        (.appointmentStart, { $0.slot = slot(at: 60) }), (.durationMinutes, { $0.slot = slot(minutes: 60) }),
        (.status, { $0.status = .cancelled }), (.reason, { $0.reason = FreeText(stored: "x") }),
        (.notes, { $0.notes = FreeText(stored: "x") }),
    ]

    @Test("are told of mappings and appointments")
    func meetings() {
        let mapping = AssignmentDetails(patient: ann, doctor: drHouse, status: .active)
        let appointment = AppointmentDetails(doctor: drHouse, patient: ann, slot: slot())

        expectEach(of: Self.assignments, in: mapping) { $0.fields(changedFrom: $1) }
        #expect(appointment.fields(changedFrom: appointment).isEmpty)
        for (field, change) in Self.appointments {
            var changed = appointment
            change(&changed)
            #expect(changed.fields(changedFrom: appointment) == [field])
        }
    }

    private static let profiles: [(Field, @Sendable (inout Profile) -> Void)] = [
        (.email, { $0.email = EmailAddress(stored: "x@example.org") }),
        (.firstName, { $0.firstName = AccountHolderName(stored: "x") }),
        (.lastName, { $0.lastName = AccountHolderName(stored: "x") }),
        (.phoneNumber, { $0.phoneNumber = PhoneNumber(stored: "x") }),
        (.address, { $0.address = FreeText(stored: "x") }),
        (.dateOfBirth, { $0.dateOfBirth = BirthDate(stored: monday.date) }),
    ]

    private static let rights: [(Field, @Sendable (inout Account) -> Void)] = [
        (.role, { $0.role = .doctor }), (.doctor, { $0.doctor = drHouse }), (.patient, { $0.patient = ann }),
    ]

    @Test("are told of an account, its rights apart from its profile")
    func account() {
        let profile = Profile(email: EmailAddress(stored: "ann@example.org"))
        let account = Account(
            id: visitor, username: Username(stored: "ann"), profile: profile, role: .staff, createdAt: monday,
            updatedAt: monday)

        expectEach(of: Self.profiles, in: profile) { $0.fields(changedFrom: $1) }
        expectEach(of: Self.rights, in: account) { $0.rights(changedFrom: $1) }
    }

    private func expectEach<Record>(
        of changes: [(Field, @Sendable (inout Record) -> Void)], in record: Record,
        _ fields: (Record, Record) -> Set<Field>
    ) {
        var all = record
        for (field, change) in changes {
            var changed = record
            change(&changed)
            change(&all)
            #expect(fields(changed, record) == [field])
        }
        #expect(fields(record, record).isEmpty)
        #expect(fields(all, record) == Set(changes.map(\.0)))
    }
}
