import Application
import Domain

extension ParameterReader {
    /// Which appointments a list's parameters ask for.
    mutating func appointmentQuery() -> AppointmentQuery {
        var query = AppointmentQuery()
        query.doctor = id(.doctor)
        query.patient = id(.patient)
        query.status = choice(.status)
        query.date = date(.date)
        query.from = instant(.from)
        query.to = instant(.to)
        query.ordering = ordering(AppointmentSortKey.named)
        query.page = page()
        return query
    }
}
