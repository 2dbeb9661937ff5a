/// What people enter about a doctor. `nil` is a member left blank.
public struct DoctorDetails: Equatable, Sendable {
    public var firstName: PersonName
    public var lastName: PersonName
    public var specialization: Specialization
    /// Unique among doctors who have one.
    public var licenseNumber: LicenseNumber?
    public var phoneNumber: PhoneNumber?
    /// Unique among doctors, as written.
    public var email: EmailAddress
    public var gender: Gender
    public var address: FreeText?
    public var dateOfBirth: BirthDate?
    public var yearsOfExperience = YearsOfExperience(stored: 0)
    public var education: FreeText?
    public var certifications: FreeText?
    public var languagesSpoken: SpokenLanguages?
    public var consultationFee: Money?
    /// Whether new appointments are taken.
    public var isAvailable = true
    /// The greatest number of appointments that may start on one UTC date; `nil` is no cap.
    public var maximumAppointmentsPerDay: DailyCap?

    public init(
        firstName: PersonName, lastName: PersonName, specialization: Specialization, licenseNumber: LicenseNumber?,
        phoneNumber: PhoneNumber?, email: EmailAddress, gender: Gender
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.specialization = specialization
        self.licenseNumber = licenseNumber
        self.phoneNumber = phoneNumber
        self.email = email
        self.gender = gender
    }
}

/// For how many years a doctor has practised, 0 to 80.
public struct YearsOfExperience: LimitedNumber {
    public static let limits = 0...80
    public let number: Int
    public init(stored: Int) { number = stored }
}

/// How many appointments a doctor takes on one day, 0 to 200.
public struct DailyCap: LimitedNumber {
    public static let limits = 0...200
    public let number: Int
    public init(stored: Int) { number = stored }
}
