import Domain
import Testing

@Suite("Doctors")
struct DoctorTests {
    @Test("a new doctor is available, without a cap and without years of experience")
    func defaults() throws {
        let details = DoctorDetails(
            firstName: try PersonName("Gregory"), lastName: try PersonName("House"),
            specialization: try Specialization("Diagnostics"), licenseNumber: try LicenseNumber("L-1"),
            phoneNumber: try PhoneNumber("555 0100"), email: try EmailAddress("house@example.com"), gender: .male)
        let doctor = Doctor(id: drHouse, details: details, createdAt: monday, updatedAt: monday)

        #expect(
            details.isAvailable && details.maximumAppointmentsPerDay == nil && details.yearsOfExperience.number == 0)
        #expect(details.consultationFee == nil && details.dateOfBirth == nil && details.languagesSpoken == nil)
        #expect(
            doctor.details == details && doctor.id == drHouse && doctor.createdAt == monday
                && doctor.updatedAt == monday)
    }

    @Test(
        "experience is 0 to 80 years",
        arguments: [
            (-1, .tooSmall(minimum: 0)), (0, nil), (80, nil), (81, .tooLarge(maximum: 80)),
            (.max, .tooLarge(maximum: 80)),
        ] as [(Int, FieldError.Reason?)])
    func experience(years: Int, reason: FieldError.Reason?) {
        #expect(refusal { () throws(FieldError.Reason) in try YearsOfExperience(years) } == reason)
    }

    @Test(
        "a daily cap is 0 to 200",
        arguments: [(.min, .tooSmall(minimum: 0)), (0, nil), (200, nil), (201, .tooLarge(maximum: 200))]
            as [(Int, FieldError.Reason?)])
    func cap(number: Int, reason: FieldError.Reason?) {
        #expect(refusal { () throws(FieldError.Reason) in try DailyCap(number) } == reason)
    }
}
