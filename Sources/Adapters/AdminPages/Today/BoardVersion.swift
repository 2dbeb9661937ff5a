import Application
import Domain

/// What a board was made of: the appointments, and on the day itself the time, by which it says what is next.
struct BoardVersion {
    let agenda: AgendaVersion
    let date: CalendarDate
    let now: Instant
    let time: ClinicTime

    /// So often the board is made anew though no appointment changed.
    private static let stepSeconds: Int64 = 300

    var text: String {
        guard time.date(now) == date else { return agenda.text }
        return "\(agenda.text).\(now.seconds / BoardVersion.stepSeconds)"
    }
}
