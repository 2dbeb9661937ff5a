import Domain

extension PageRequest {
    /// The day that was asked for; today at the clinic when none was.
    ///
    /// - Throws: `.invalid` for `date`.
    func day(at now: Instant) throws(Failure) -> CalendarDate {
        guard let text = address["date"] else { return time.date(now) }
        guard let date = CalendarDate(text) else { throw .invalid([FieldError(.date, .filterNotADate)]) }
        // So that the weeks around it are in the years that appointments have, too.
        guard (1901...2998).contains(date.year) else { throw .invalid([FieldError(.date, .timeOutOfRange)]) }
        return date
    }
}
