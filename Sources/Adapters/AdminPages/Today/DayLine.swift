import Domain
import HTTPTransport

/// The way to other days.
struct DayLine {
    let date: CalendarDate
    let isToday: Bool
    /// The page without a day.
    let address: Address
    /// By how many days the neighbours are away; a month when `nil`.
    var step: Int? = 1
    let request: PageRequest

    private var say: Language { request.language }

    /// - Parameter more: what else stands in the line.
    func html(more: HTML = .empty) -> HTML {
        """
        <div class="day-line">
        <div class="button-group">\
        <a class="button" href="\(link(to: previous))" rel="prev" aria-label="\(say(TodayPhrase.earlier))">‹</a>\
        <a class="button" href="\(address)"\(HTML.when(isToday, " aria-current=\"date\""))>\(say(FramePhrase.today))</a>\
        <a class="button" href="\(link(to: following))" rel="next" aria-label="\(say(TodayPhrase.later))">›</a></div>
        <form class="row" method="get" action="\(address.bare)">\(hidden)\
        <label class="visually-hidden" for="date">\(say(TodayPhrase.day))</label>\
        <input id="date" name="date" type="date" value="\(date.description)">\
        <button class="button">\(say(TodayPhrase.go))</button></form>
        \(more)
        </div>
        """
    }

    private var previous: CalendarDate {
        step.map { date.adding(days: -$0) } ?? date.firstOfMonth.adding(days: -1).firstOfMonth
    }
    private var following: CalendarDate {
        step.map { date.adding(days: $0) } ?? date.firstOfMonth.adding(days: 31).firstOfMonth
    }

    private func link(to date: CalendarDate) -> Address { address.with("date", date.description) }

    private var hidden: [HTML] {
        address.parameters.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.text)\">" }
    }
}
