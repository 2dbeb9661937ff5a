import Application
import Domain

extension PatientDetails {
    static let ann = PatientDetails(
        firstName: PersonName(stored: "Ann"), lastName: PersonName(stored: "Archer"),
        dateOfBirth: BirthDate(stored: CalendarDate(year: 1990, month: 5, day: 15)!), gender: .female,
        phoneNumber: PhoneNumber(stored: "+1 555 0101"))

    static let bo = PatientDetails(
        firstName: PersonName(stored: "Bo"), lastName: PersonName(stored: "Baker"),
        dateOfBirth: BirthDate(stored: CalendarDate(year: 1985, month: 1, day: 31)!), gender: .male,
        phoneNumber: PhoneNumber(stored: "+1 555 0102"))

    /// Bo with every member filled in.
    static var boInFull: PatientDetails {
        bo.with {
            $0.bloodGroup = .abNegative
            $0.email = EmailAddress(stored: "Bo@Example.org")
            $0.address = FreeText(stored: "1 High Street\nTown")
            $0.emergencyContact = EmergencyContact(
                name: PersonName(stored: "Cy Baker"), phone: PhoneNumber(stored: "+1 555 0199"))
            $0.clinicalText = ClinicalText(
                medicalHistory: FreeText(stored: "history"), allergies: FreeText(stored: "nuts"),
                currentMedications: FreeText(stored: "none to speak of"))
            $0.insurance = Insurance(
                provider: InsuranceProvider(stored: "Mutual"), number: InsuranceNumber(stored: "M-77"))
            $0.claimsEmail = true
            $0.dateOfBirthIsEstimated = true
        }
    }

    /// A copy with changes.
    func with(_ change: (inout PatientDetails) -> Void) -> PatientDetails {
        var copy = self
        change(&copy)
        return copy
    }

    /// A copy under another name.
    func named(_ firstName: String, _ lastName: String) -> PatientDetails {
        with {
            $0.firstName = PersonName(stored: firstName)
            $0.lastName = PersonName(stored: lastName)
        }
    }
}

extension DoctorDetails {
    static let drHouse = DoctorDetails(
        firstName: PersonName(stored: "Gregory"), lastName: PersonName(stored: "House"),
        specialization: Specialization(stored: "Diagnostics"), licenseNumber: LicenseNumber(stored: "H-1"),
        phoneNumber: PhoneNumber(stored: "+1 555 0201"), email: EmailAddress(stored: "house@example.org"), gender: .male
    )

    static let drGrey = DoctorDetails(
        firstName: PersonName(stored: "Meredith"), lastName: PersonName(stored: "Grey"),
        specialization: Specialization(stored: "Surgery"), licenseNumber: LicenseNumber(stored: "G-2"),
        phoneNumber: PhoneNumber(stored: "+1 555 0202"), email: EmailAddress(stored: "grey@example.org"),
        gender: .female)

    /// Grey with every member filled in.
    static var drGreyInFull: DoctorDetails {
        drGrey.with {
            $0.address = FreeText(stored: "2 Low Street")
            $0.dateOfBirth = BirthDate(stored: CalendarDate(year: 1978, month: 2, day: 28)!)
            $0.yearsOfExperience = YearsOfExperience(stored: 80)
            $0.education = FreeText(stored: "school")
            $0.certifications = FreeText(stored: "board")
            $0.languagesSpoken = SpokenLanguages(stored: "English, Yoruba")
            $0.consultationFee = Money(stored: 9_999_999_999)
            $0.isAvailable = false
            $0.maximumAppointmentsPerDay = DailyCap(stored: 200)
        }
    }

    /// A copy with changes.
    func with(_ change: (inout DoctorDetails) -> Void) -> DoctorDetails {
        var copy = self
        change(&copy)
        return copy
    }

    /// A copy under another name, with a licence and an e-mail address of its own.
    func named(_ firstName: String, _ lastName: String, license: String) -> DoctorDetails {
        with {
            $0.firstName = PersonName(stored: firstName)
            $0.lastName = PersonName(stored: lastName)
            $0.licenseNumber = LicenseNumber(stored: license)
            $0.email = EmailAddress(stored: "\(license)@example.org")
        }
    }
}

extension NewAccount {
    static let nurse = NewAccount(named: "nurse", role: .staff)
    static let otherNurse = NewAccount(named: "otherNurse", role: .staff)
    static let admin = NewAccount(named: "admin", role: .admin)

    init(named name: String, email: String? = nil, role: Role = .staff, isActive: Bool = true) {
        self.init(
            username: Username(stored: name),
            profile: Profile(email: EmailAddress(stored: email ?? "\(name)@example.org")), role: role,
            isActive: isActive, passwordHash: PasswordHash(phc: "$argon2id$v=19$m=8,t=1,p=1$c2FsdA$\(name)"))
    }
}
