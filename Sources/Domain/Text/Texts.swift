/// A person's first or last name.
public struct PersonName: LimitedText {
    public static let maximumLength = 100
    public let text: String
    public init(stored: String) { text = stored }
}

/// A telephone number as people write it; its form is not checked.
public struct PhoneNumber: LimitedText {
    public static let maximumLength = 20
    public let text: String
    public init(stored: String) { text = stored }
}

/// What a doctor is trained in.
public struct Specialization: LimitedText {
    public static let maximumLength = 100
    public let text: String
    public init(stored: String) { text = stored }
}

/// The number under which a doctor is licensed; unique among doctors.
public struct LicenseNumber: LimitedText {
    public static let maximumLength = 50
    public let text: String
    public init(stored: String) { text = stored }
}

/// The languages that a doctor speaks, as free text.
public struct SpokenLanguages: LimitedText {
    public static let maximumLength = 200
    public let text: String
    public init(stored: String) { text = stored }
}

/// The company that insures a patient.
public struct InsuranceProvider: LimitedText {
    public static let maximumLength = 100
    public let text: String
    public init(stored: String) { text = stored }
}

/// A patient's number with the insurance company.
public struct InsuranceNumber: LimitedText {
    public static let maximumLength = 50
    public let text: String
    public init(stored: String) { text = stored }
}

/// Notes, histories, addresses: text of up to 10,000 characters.
public struct FreeText: LimitedText {
    public static let maximumLength = 10_000
    public let text: String
    public init(stored: String) { text = stored }
}
