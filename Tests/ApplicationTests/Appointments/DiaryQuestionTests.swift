import Application
import Domain
import Testing

/// In these tests both doctors have become unavailable, so that every question to a diary is refused.
@Suite("When the diary is asked")
struct DiaryQuestionTests {
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let status: AppointmentStatus
        let asksDiary: Bool
        let make: @Sendable (inout AppointmentDetails, Scene) -> Void

        init(
            _ description: String, of status: AppointmentStatus, asksDiary: Bool,
            _ make: @escaping @Sendable (inout AppointmentDetails, Scene) -> Void
        ) {
            (testDescription, self.status, self.asksDiary, self.make) = (description, status, asksDiary, make)
        }
    }

    static let changes = [
        Change("nothing", of: .scheduled, asksDiary: false) { _, _ in },
        Change("texts", of: .scheduled, asksDiary: false) { details, _ in
            details.notes = FreeText(stored: "fasting")
            details.reason = FreeText(stored: "cough")
        },
        Change("checking in", of: .scheduled, asksDiary: false) { details, _ in details.status = .checkedIn },
        Change("completion", of: .checkedIn, asksDiary: false) { details, _ in details.status = .completed },
        Change("undoing a check-in", of: .checkedIn, asksDiary: false) { details, _ in details.status = .scheduled },
        Change("cancelling", of: .scheduled, asksDiary: false) { details, _ in details.status = .cancelled },
        Change("not showing up", of: .scheduled, asksDiary: false) { details, _ in details.status = .noShow },
        Change("another start", of: .scheduled, asksDiary: true) { details, _ in details.slot = .monday(11) },
        Change("another start of a completed one", of: .completed, asksDiary: true) { details, _ in
            details.slot = .monday(11)
        },
        Change("a shorter length", of: .scheduled, asksDiary: true) { details, _ in
            details.slot = .monday(10, length: 15)
        },
        Change("another doctor", of: .scheduled, asksDiary: true) { details, scene in details.doctor = scene.drGrey },
        Change("another patient", of: .scheduled, asksDiary: true) { details, scene in details.patient = scene.bo },
        Change("a move while cancelling", of: .scheduled, asksDiary: false) { details, scene in
            (details.status, details.slot, details.doctor) = (.cancelled, .monday(11), scene.drGrey)
        },
        Change("a move while cancelled", of: .cancelled, asksDiary: false) { details, _ in details.slot = .monday(11) },
        Change("a move of a missed one", of: .noShow, asksDiary: false) { details, _ in details.slot = .monday(11) },
        Change("scheduling a cancelled one", of: .cancelled, asksDiary: true) { details, _ in
            details.status = .scheduled
        },
        Change("checking in a missed one", of: .noShow, asksDiary: true) { details, _ in details.status = .checkedIn },
    ]

    @Test("the diary is asked when time begins to be held or held time changes, and only then", arguments: changes)
    func changesOfOne(change: Change) async throws {
        let scene = try await Scene()
        let storage = scene.clinic.storage
        try await scene.clinic.appointments.delete(scene.appointment, by: scene.clinic.admin)
        let id = try await storage.appointment(
            scene.ann, scene.drHouse, .monday(10), change.status, by: scene.clinic.nurse)
        for doctor in [scene.drHouse, scene.drGrey] { try await storage.change(doctor) { $0.isAvailable = false } }

        let outcome: Failure?
        do throws(Failure) {
            _ = try await scene.clinic.appointments.change(id, by: scene.clinic.admin) { present in
                AppointmentForm(present.with { change.make(&$0, scene) })
            }
            outcome = nil
        } catch { outcome = error }

        #expect(outcome == (change.asksDiary ? .conflict(.diary([.doctorUnavailable])) : nil))
    }

    @Test("of new appointments, those are asked for that hold time", arguments: AppointmentStatus.allCases)
    func newOnes(status: AppointmentStatus) async throws {
        let scene = try await Scene()
        try await scene.clinic.storage.change(scene.drGrey) { $0.isAvailable = false }

        let outcome = await scene.outcomeOfBooking(AppointmentForm(scene.ann, scene.drGrey, .monday(15), status))

        #expect(outcome == (status.holdsTime ? .conflict(.diary([.doctorUnavailable])) : nil))
    }
}
