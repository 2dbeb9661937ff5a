import Application
import Domain

extension AppointmentUseCases {
    /// Of the appointments that a query finds, the first who are still waited for or are here: none that is done, missed or
    /// cancelled.
    func listAwaited(_ query: AppointmentQuery, for caller: Caller) async throws(Failure) -> [AgendaEntry] {
        var found: [AgendaEntry] = []
        for status in [AppointmentStatus.scheduled, .checkedIn] {
            var query = query
            query.status = status
            found += try await listWithPeople(query, for: caller).rows
        }
        let inOrder = found.sorted {
            let (left, right) = ($0.appointment, $1.appointment)
            return (left.details.slot.start.instant, left.id) < (right.details.slot.start.instant, right.id)
        }
        return Array(inOrder.prefix(query.page.size))
    }
}
