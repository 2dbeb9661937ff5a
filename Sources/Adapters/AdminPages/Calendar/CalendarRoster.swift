import Application
import Domain

/// The doctors whose days can be shown, and those whose are.
struct CalendarRoster {
    /// In the order of their columns.
    let shown: [Doctor]
    /// Who can be chosen; nobody for those who see their own day alone.
    private let offered: [Doctor]
    /// How many have appointments on the day.
    private let busy: Int

    /// So many can be chosen from.
    private static let mostOffered = 200

    /// Those who were chosen; else who has appointments on the day, and then who takes some, as far as there is room.
    init(
        _ state: CalendarState, _ entries: [ShownAppointment], _ pages: AppointmentPages, _ request: PageRequest
    ) async throws(Failure) {
        let offered = try await CalendarRoster.offered(pages, request)
        let seen = Dictionary(entries.compactMap(\.doctor).map { ($0.id, $0) }) { first, _ in first }
        let known = seen.merging(offered.map { ($0.id, $0) }) { first, _ in first }
        var shown: [Doctor] = []
        for id in state.doctors {
            if let doctor = known[id] {
                shown.append(doctor)
            } else if let doctor = try await pages.doctor(id, request) {
                shown.append(doctor)
            }
        }
        if state.doctors.isEmpty, !request.policy.showsOwnDiaryAlone(to: request.caller) {
            let busy = seen.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
            let others = offered.filter { $0.details.isAvailable && seen[$0.id] == nil }
            let most = (busy + others).prefix(CalendarState.mostDoctors)
            shown = most.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        }
        (self.shown, self.offered, busy) = (shown, offered, seen.count)
    }

    private static func offered(_ pages: AppointmentPages, _ request: PageRequest) async throws(Failure) -> [Doctor] {
        guard !request.policy.showsOwnDiaryAlone(to: request.caller) else { return [] }
        var query = DoctorQuery()
        query.page.size = mostOffered
        return try await pages.doctors.list(query, for: request.caller).rows
    }

    /// The form that chooses doctors.
    func filter(_ state: CalendarState, in say: Language) -> HTML {
        guard !offered.isEmpty else { return .empty }
        let cut = state.doctors.isEmpty && busy > shown.count
        let choices = offered.map { doctor in
            """
            <div class="choice"><input type="checkbox" id="show-\(doctor.id.number)" name="doctor" \
            value="\(doctor.id.number)"\(HTML.when(state.doctors.contains(doctor.id), " checked"))>\
            <label for="show-\(doctor.id.number)">\(DoctorName(doctor: doctor, isLink: false).html)</label></div>
            """ as HTML
        }
        return """
            \(HTML.when(cut, Notice.warning(say(CalendarPhrase.chosen(shown.count, of: busy)))))
            <details class="screen-only card"><summary>\(say(CalendarPhrase.doctors))\
            \(HTML.when(!state.doctors.isEmpty, ": \(state.doctors.count)"))</summary>
            <form method="get" action="\(CalendarState.home)"><input type="hidden" name="date" \
            value="\(state.date.description)">
            <div class="columns">\(choices)</div>
            <p class="row"><button class="button button-primary">\(say(CalendarPhrase.show))</button>\
            <a class="button" href="\(state.with { $0.doctors = [] }.address)">\(say(CalendarPhrase.allDoctors))</a></p></form>
            </details>
            """
    }

    /// Links to the weeks of doctors.
    static func choice(
        _ state: CalendarState, _ pages: AppointmentPages, _ request: PageRequest
    ) async throws(Failure) -> HTML {
        let links = try await offered(pages, request).map { doctor in
            """
            <li><a href="\(state.with { $0.doctors = [doctor.id] }.address)">\
            \(DoctorName(doctor: doctor, isLink: false).html)</a></li>
            """ as HTML
        }
        return """
            <section class="card"><p>\(request.language(CalendarPhrase.chooseDoctor))</p>\
            <ul class="columns">\(links)</ul></section>
            """
    }
}

extension Doctor {
    /// By which doctors stand beside each other.
    fileprivate var order: String { "\(details.lastName.text) \(details.firstName.text)".lowercased() }
}
