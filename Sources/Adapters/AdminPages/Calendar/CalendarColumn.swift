import Domain

/// A column of the calendar: a doctor's day.
struct CalendarColumn: Sendable {
    /// What tells it from the others on the page.
    let id: String
    let doctor: DoctorID
    let date: CalendarDate
    /// What it is called, and what stands below that.
    let name: String
    let marks: String
    /// To the same doctor's week, or to the same day of all.
    let link: Address
    /// In the order of their beginnings.
    let entries: [ShownAppointment]
    /// Whether the doctor takes appointments.
    let isOpen: Bool
}
