/// Somebody who can sign in.
public struct Account: Equatable, Sendable {
    public let id: AccountID
    public let username: Username
    public var profile: Profile
    public var role: Role
    /// The doctor record of an account of role `doctor`; it may have been deleted since.
    public var doctor: DoctorID?
    /// The patient record of an account of role `patient`; it may have been deleted since.
    public var patient: PatientID?
    /// A disabled account cannot sign in, and its tokens are refused.
    public var isActive: Bool
    /// Whether the account is good for nothing but choosing another password.
    public var mustChangePassword: Bool
    /// In which its holder wants to be addressed; `nil` when nobody has chosen one.
    public let language: Language?
    /// When its newest session began; `nil` when nobody has signed in to it since this is kept.
    public let lastSignIn: Instant?
    public let createdAt: Instant
    public var updatedAt: Instant

    public init(
        id: AccountID, username: Username, profile: Profile, role: Role, doctor: DoctorID? = nil,
        patient: PatientID? = nil, isActive: Bool = true, mustChangePassword: Bool = false,
        language: Language? = nil, lastSignIn: Instant? = nil, createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.username = username
        self.profile = profile
        self.role = role
        self.doctor = doctor
        self.patient = patient
        self.isActive = isActive
        self.mustChangePassword = mustChangePassword
        self.language = language
        self.lastSignIn = lastSignIn
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// What the holder of an account may change about it.
public struct Profile: Equatable, Sendable {
    /// Unique among accounts in any case.
    public var email: EmailAddress
    public var firstName: AccountHolderName?
    public var lastName: AccountHolderName?
    public var phoneNumber: PhoneNumber?
    public var address: FreeText?
    public var dateOfBirth: BirthDate?

    public init(
        email: EmailAddress, firstName: AccountHolderName? = nil, lastName: AccountHolderName? = nil,
        phoneNumber: PhoneNumber? = nil, address: FreeText? = nil, dateOfBirth: BirthDate? = nil
    ) {
        self.email = email
        self.firstName = firstName
        self.lastName = lastName
        self.phoneNumber = phoneNumber
        self.address = address
        self.dateOfBirth = dateOfBirth
    }
}

/// First or last name of an account's holder.
public struct AccountHolderName: LimitedText {
    public static let maximumLength = 150
    public let text: String
    public init(stored: String) { text = stored }
}
