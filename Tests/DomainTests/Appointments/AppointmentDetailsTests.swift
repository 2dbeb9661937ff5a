import Domain
import Testing

@Suite("Changes of appointments")
struct AppointmentDetailsTests {
    private static let booked = AppointmentDetails(doctor: drHouse, patient: ann, slot: slot())

    @Test("a new appointment needs the diary when it holds time", arguments: AppointmentStatus.allCases)
    func new(status: AppointmentStatus) {
        var details = Self.booked
        details.status = status

        #expect(details.needsDiary(after: nil) == status.holdsTime)
    }

    @Test(
        "a change of status needs the diary when time begins to be held", arguments: AppointmentStatus.allCases,
        AppointmentStatus.allCases)
    func status(from: AppointmentStatus, to: AppointmentStatus) {
        var before = Self.booked
        var after = Self.booked
        before.status = from
        after.status = to

        #expect(after.needsDiary(after: before) == (to.holdsTime && !from.holdsTime))
    }

    @Test(
        "a change of doctor, patient, start or length needs the diary while time is held",
        arguments: AppointmentStatus.allCases,
        [
            AppointmentDetails(doctor: drWilson, patient: ann, slot: slot()),
            AppointmentDetails(doctor: drHouse, patient: bo, slot: slot()),
            AppointmentDetails(doctor: drHouse, patient: ann, slot: slot(at: 1)),
            AppointmentDetails(doctor: drHouse, patient: ann, slot: slot(minutes: 31)),
        ])
    func move(status: AppointmentStatus, moved: AppointmentDetails) {
        var before = Self.booked
        var after = moved
        before.status = status
        after.status = status

        #expect(after.needsDiary(after: before) == status.holdsTime)
    }

    @Test("notes and reasons never need the diary", arguments: AppointmentStatus.allCases)
    func text(status: AppointmentStatus) throws {
        let before = AppointmentDetails(doctor: drHouse, patient: ann, slot: slot(), status: .scheduled)
        let after = AppointmentDetails(
            doctor: drHouse, patient: ann, slot: slot(), reason: try FreeText("x"), notes: try FreeText("y"),
            status: .scheduled)

        #expect(!after.needsDiary(after: before))
        #expect(!after.differsOnlyInStatus(from: before))
    }

    @Test("a change of nothing but the status is told from others")
    func onlyStatus() {
        var after = Self.booked
        after.status = .cancelled
        var moved = after
        moved.slot = slot(at: 5)

        #expect(after.differsOnlyInStatus(from: Self.booked) && Self.booked.differsOnlyInStatus(from: Self.booked))
        #expect(!moved.differsOnlyInStatus(from: Self.booked))
    }

    @Test("an appointment keeps what it was made with")
    func appointment() {
        let appointment = Appointment(
            id: AppointmentID(5)!, details: Self.booked, createdBy: nurse, createdAt: monday, updatedAt: monday)

        #expect(appointment.details == Self.booked && appointment.id.number == 5 && appointment.createdBy == nurse)
        #expect(appointment.createdAt == monday && appointment.updatedAt == monday && Self.booked.status == .scheduled)
    }
}
