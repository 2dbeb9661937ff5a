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
}

extension DoctorDetails {
    static let drHouse = DoctorDetails(
        firstName: PersonName(stored: "Gregory"), lastName: PersonName(stored: "House"),
        specialization: Specialization(stored: "Diagnostics"), licenseNumber: LicenseNumber(stored: "H-1"),
        phoneNumber: PhoneNumber(stored: "+1 555 0201"), email: EmailAddress(stored: "house@example.org"),
        gender: .male)

    static let drGrey = DoctorDetails(
        firstName: PersonName(stored: "Meredith"), lastName: PersonName(stored: "Grey"),
        specialization: Specialization(stored: "Surgery"), licenseNumber: LicenseNumber(stored: "G-2"),
        phoneNumber: PhoneNumber(stored: "+1 555 0202"), email: EmailAddress(stored: "grey@example.org"),
        gender: .female)
}

/// Records of which a test takes a copy with changes.
protocol Alterable {}

extension Alterable {
    func with(_ change: (inout Self) throws -> Void) rethrows -> Self {
        var copy = self
        try change(&copy)
        return copy
    }
}

extension PatientDetails: Alterable {}
extension DoctorDetails: Alterable {}
extension AppointmentDetails: Alterable {}
extension AssignmentDetails: Alterable {}
extension RegistrationForm: Alterable {}
extension Profile: Alterable {}
