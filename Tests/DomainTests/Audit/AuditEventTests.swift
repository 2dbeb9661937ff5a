import Domain
import Testing

@Suite struct `An event of the audit trail` {
    private let caller = {
        var caller = Caller(account: AccountID(7)!, role: .doctor, session: SessionID(bits: 1))
        caller.origin = RequestOrigin(request: "r-1", address: ClientAddress("10.0.0.1"), device: "Phone of Ann")
        return caller
    }()

    @Test func `is kept with codes, and all that its caller brings but the device`() {
        let (ann, bo) = (PatientID(5)!, PatientID(3)!)

        let entry = AuditEntry(
            AuditEvent(
                .patientChanged, by: caller, at: Instant(microseconds: 9), on: AuditSubject(ann), patients: [ann, bo],
                changed: [.phoneNumber, .allergies]))

        var expected = AuditEntry(at: Instant(microseconds: 9), action: "patient.changed", outcome: "done")
        expected.account = 7
        expected.role = "doctor"
        expected.session = "00000000000000000000000000000001"
        expected.address = "10.0.0.1"
        expected.request = "r-1"
        expected.recordKind = "patient"
        expected.record = 5
        expected.patients = [3, 5]
        expected.changed = "allergies,phoneNumber"
        #expect(entry == expected)
        #expect(entry.changedCodes == ["allergies", "phoneNumber"])
    }

    @Test func `may concern nobody who is known`() {
        let event = AuditEvent(.signInRefused, from: .unknown, at: Instant(microseconds: 9)).ended(.refused)

        let entry = AuditEntry(event)

        #expect(entry == AuditEntry(at: Instant(microseconds: 9), action: "sign_in.refused", outcome: "refused"))
        #expect(entry.changedCodes.isEmpty)
    }

    @Test func `is kept without NUL, which no database keeps`() {
        let origin = RequestOrigin(request: "a\0b", address: nil, device: "")

        let entry = AuditEntry(AuditEvent(.signInRefused, from: origin, at: Instant(microseconds: 9)))

        #expect(entry.request == "ab")
    }

    @Test func `is about a record of any kind`() {
        let subjects = [
            AuditSubject(PatientID(1)!), AuditSubject(DoctorID(2)!), AuditSubject(AssignmentID(3)!),
            AuditSubject(AppointmentID(4)!), AuditSubject(AccountID(5)!),
        ]

        let written = subjects.map { "\($0.kind.rawValue) \($0.number)" }

        #expect(written == ["patient 1", "doctor 2", "mapping 3", "appointment 4", "account 5"])
    }

    @Test func `has a code for its kind that no other has`() {
        let codes = AuditAction.allCases.map(\.rawValue)

        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.wholeMatch(of: /[a-z_]+\.[a-z_]+/) != nil })
    }
}
