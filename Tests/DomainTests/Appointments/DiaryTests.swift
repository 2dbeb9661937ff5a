import Domain
import Testing

@Suite("The diary")
struct DiaryTests {
    private static let free = Diary(
        doctorIsAvailable: true, cap: nil, startsOnDay: 0, doctorSlots: [], patientSlots: [])

    @Test("a free diary accepts")
    func free() throws {
        #expect(refusals(of: Self.free) == [])
    }

    @Test("times before and after, also directly, do not matter")
    func neighbours() {
        let around = [slot(at: -30), slot(at: 30), slot(at: -600), slot(at: 600)]
        let diary = Diary(doctorIsAvailable: true, cap: nil, startsOnDay: 4, doctorSlots: around, patientSlots: around)

        #expect(refusals(of: diary) == [])
    }

    @Test("each rule refuses alone")
    func alone() throws {
        var doctorBusy = Self.free
        doctorBusy.doctorSlots = [slot(at: 600), slot(at: 29)]
        var patientBusy = Self.free
        patientBusy.patientSlots = [slot(at: -29)]
        var full = Self.free
        full.cap = try DailyCap(2)
        full.startsOnDay = 2
        var away = Self.free
        away.doctorIsAvailable = false

        let all = [doctorBusy, patientBusy, full, away].map(refusals)

        #expect(all == [[.doctorConflict], [.patientConflict], [.dayFull], [.doctorUnavailable]])
    }

    @Test("all refusals come together, the most important first")
    func together() throws {
        let diary = Diary(
            doctorIsAvailable: false, cap: try DailyCap(1), startsOnDay: 1, doctorSlots: [slot()],
            patientSlots: [slot()])

        #expect(refusals(of: diary) == [.doctorConflict, .patientConflict, .dayFull, .doctorUnavailable])
        #expect(DiaryRefusal.allCases == refusals(of: diary))
    }

    @Test(
        "a day is full when as many start on it as the cap says; no cap is never full",
        arguments: [(nil, 1000, false), (3, 2, false), (3, 3, true), (3, 4, true), (0, 0, true), (200, 199, false)])
    func cap(cap: Int?, starts: Int, isFull: Bool) {
        var diary = Self.free
        diary.cap = cap.map { DailyCap(stored: $0) }
        diary.startsOnDay = starts

        #expect(refusals(of: diary) == (isFull ? [.dayFull] : []))
    }

    @Test("the day that counts is the UTC date of the start, wherever it ends")
    func capDay() throws {
        let midnight = Instant(CalendarDate("2026-03-29")!)
        let starts = [-1, 0, 1].map { Instant(microseconds: midnight.microseconds + $0) }

        let dates = try starts.map { Slot(start: try AppointmentStart($0), length: .standard).date.description }

        #expect(dates == ["2026-03-28", "2026-03-29", "2026-03-29"])
    }

    private func refusals(of diary: Diary) -> [DiaryRefusal] {
        do {
            try diary.accept(slot())
            return []
        } catch .conflict(.diary(let refusals)) {
            return refusals
        } catch {
            Issue.record("the diary threw \(error)")
            return []
        }
    }
}
