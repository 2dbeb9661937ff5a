import Domain
import HTTPTransport
import HTTPTypes

extension PageRequest {
    /// The way back to the page from which a form came, at this appointment; to its own page when that is not known.
    func leave(backTo id: AppointmentID, saying flash: Flash? = nil) -> Answer {
        guard let next = form["next"].flatMap({ Address(next: $0) }) else {
            return leave(for: AppointmentPages.address(id), saying: flash)
        }
        var answer = leave(for: next, saying: flash)
        answer.headers[.location] = "\(next.text)#appointment-\(id.number)"
        return answer
    }

    /// Where a form or a link came from, as far as that is a page of ours.
    var next: Address? { (form["next"] ?? address["next"]).flatMap { Address(next: $0) } ?? day }

    /// The board or the calendar from which a link was followed. Theirs are so many that they do not say it themselves.
    private var day: Address? {
        guard form.isEmpty, let origin = exchange.authority, let referrer = exchange.headers[.referer] else {
            return nil
        }
        let opening = ["http://", "https://"].map { "\($0)\(origin)" }.first { referrer.hasPrefix($0 + "/") }
        guard let opening, let from = Address(next: String(referrer.dropFirst(opening.count))) else { return nil }
        return [TodayPages.home.path, CalendarState.home.path].contains(from.path) ? from : nil
    }
}
