import Domain
import Testing

@Suite("Checking fields")
struct FieldCheckTests {
    @Test("everything that is wrong is collected, in the order in which it was found")
    func collecting() {
        var check = FieldCheck()

        let name = check.take(.firstName) { () throws(FieldError.Reason) in try PersonName(" ") }
        let email = check.take(.email) { () throws(FieldError.Reason) in try EmailAddress("ann@example.com") }
        check.refuse(.gender, .required)
        check.refuse(.firstName, .null)

        #expect(name == nil && email?.text == "ann@example.com")
        #expect(check.errors == [.init(.firstName, .blank), .init(.gender, .required), .init(.firstName, .null)])
        #expect(throws: Failure.invalid(check.errors)) { try check.finish() }
    }

    @Test("nothing wrong is no failure")
    func fine() throws {
        var check = FieldCheck()

        let length = check.take(.durationMinutes) { () throws(FieldError.Reason) in try AppointmentLength(30) }
        try check.finish()

        #expect(length?.number == 30 && check.errors.isEmpty)
    }

    @Test("a fault says whether an outcome is unknown, and by default it is known")
    func faults() {
        #expect(!Fault("57014").outcomeUnknown && Fault("08006", outcomeUnknown: true).outcomeUnknown)
        #expect(Fault("57014") != Fault("57014", outcomeUnknown: true))
    }
}
