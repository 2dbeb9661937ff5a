extension BirthDate {
    /// An estimate for somebody of whom only the age is known: the same day so many years ago, or 28 February when that
    /// year has no 29 February.
    ///
    /// - Parameter today: the UTC date of the request.
    /// - Throws: `.bornTooEarly` when that is before 1900.
    public init(estimatedFrom age: Age, today: CalendarDate) throws(FieldError.Reason) {
        let year = today.year - age.number
        let day = min(today.day, CalendarDate.lengthOfMonth(today.month, year: year))
        guard let date = CalendarDate(year: year, month: today.month, day: day) else { throw .bornTooEarly }
        try self.init(date, today: today)
    }

    /// The age in whole years on a day; 0 before the birth. Who was born on 29 February grows older on 1 March in years
    /// that have none.
    public func age(on day: CalendarDate) -> Int {
        let hadBirthday = (day.month, day.day) >= (date.month, date.day)
        return max(0, day.year - date.year - (hadBirthday ? 0 : 1))
    }
}
