/// What people enter about a patient. `nil` is a member left blank.
public struct PatientDetails: Equatable, Sendable {
    public var firstName: PersonName
    public var lastName: PersonName
    public var dateOfBirth: BirthDate
    /// Whether the date of birth was made from an age.
    public var dateOfBirthIsEstimated = false
    public var gender: Gender
    public var bloodGroup: BloodGroup?
    public var phoneNumber: PhoneNumber?
    public var email: EmailAddress?
    /// Whether the e-mail address is unique among all patients who claim theirs. Who has none claims nothing for now.
    public var claimsEmail = false
    public var address: FreeText?
    public var emergencyContact: EmergencyContact
    public var clinicalText: ClinicalText
    public var insurance: Insurance

    public init(
        firstName: PersonName, lastName: PersonName, dateOfBirth: BirthDate, gender: Gender,
        bloodGroup: BloodGroup? = nil, phoneNumber: PhoneNumber?, email: EmailAddress? = nil, address: FreeText? = nil,
        emergencyContact: EmergencyContact = EmergencyContact(), clinicalText: ClinicalText = ClinicalText(),
        insurance: Insurance = Insurance()
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.dateOfBirth = dateOfBirth
        self.gender = gender
        self.bloodGroup = bloodGroup
        self.phoneNumber = phoneNumber
        self.email = email
        self.address = address
        self.emergencyContact = emergencyContact
        self.clinicalText = clinicalText
        self.insurance = insurance
    }

    /// Whom to call.
    public struct EmergencyContact: Equatable, Sendable {
        public var name: PersonName?
        public var phone: PhoneNumber?

        public init(name: PersonName? = nil, phone: PhoneNumber? = nil) {
            self.name = name
            self.phone = phone
        }
    }

    /// What the doctors in charge may write.
    public struct ClinicalText: Equatable, Sendable {
        public var medicalHistory: FreeText?
        public var allergies: FreeText?
        public var currentMedications: FreeText?

        public init(medicalHistory: FreeText? = nil, allergies: FreeText? = nil, currentMedications: FreeText? = nil) {
            self.medicalHistory = medicalHistory
            self.allergies = allergies
            self.currentMedications = currentMedications
        }
    }

    /// Who pays.
    public struct Insurance: Equatable, Sendable {
        public var provider: InsuranceProvider?
        public var number: InsuranceNumber?

        public init(provider: InsuranceProvider? = nil, number: InsuranceNumber? = nil) {
            self.provider = provider
            self.number = number
        }
    }

    /// Whether nothing but clinical text differs.
    public func differsOnlyInClinicalText(from other: PatientDetails) -> Bool {
        var copy = self
        copy.clinicalText = other.clinicalText
        return copy == other
    }
}
