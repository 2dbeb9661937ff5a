import Domain
import HTTPTransport

/// What of the calendar is shown. All of it stands in the address.
struct CalendarState: Equatable, Sendable {
    /// How much of it.
    enum View: String, CaseIterable, Sendable {
        case day, week, month
    }

    var view: View
    var date: CalendarDate
    /// Only these doctors, in this order; nothing chosen when empty.
    var doctors: [DoctorID]

    /// So many columns a day has at most.
    static let mostDoctors = 20
    static let home: Address = "/admin/calendar/"

    /// - Throws: `.invalid` for `date` and `doctor`.
    init(_ request: PageRequest, at now: Instant) throws(Failure) {
        view = request.address["view"].flatMap(View.init) ?? .day
        date = try request.day(at: now)
        doctors = []
        // Doctors see their own appointments alone.
        if request.policy.showsOwnDiaryAlone(to: request.caller) {
            doctors = request.caller.doctor.map { [$0] } ?? []
            return
        }
        for pair in request.address.parameters where pair.name == "doctor" && !pair.text.isEmpty {
            guard let id = Int64(pair.text).flatMap({ DoctorID($0) }) else {
                throw .invalid([FieldError(.doctor, .filterNoSuchRecord)])
            }
            if !doctors.contains(id), doctors.count < CalendarState.mostDoctors { doctors.append(id) }
        }
    }

    /// Where this is shown.
    var address: Address { undated.with("date", date.description) }

    /// The same of today, whenever that is.
    var undated: Address {
        let bare = view == .day ? CalendarState.home : CalendarState.home.with("view", view.rawValue)
        return doctors.reduce(bare) { $0.adding("doctor", String($1.number)) }
    }

    /// The same with something else.
    func with(_ change: (inout CalendarState) -> Void) -> CalendarState {
        var state = self
        change(&state)
        return state
    }
}
