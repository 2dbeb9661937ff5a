import Application
import Domain
import HTTPTransport

/// The light of the audit trail, and the numbers of some days as charts.
struct ActivityPage {
    let trail: AuditTrailState
    let now: Instant
    let figures: ActivityFigures
    let request: PageRequest

    private var say: Language { request.language }

    var answer: Answer {
        let title = say(FramePhrase.activity)
        let tabs = ActivityTabs(language: say, isTrail: false)
        return request.page(
            title,
            """
            \(PageHead(title: "\(title)").html(in: say))
            \(tabs.html)
            <div class="stack"><div class="columns">\(light)\(sessions)</div>
            <div class="row">\(spans)</div>
            \(charts)</div>
            """)
    }

    private var light: HTML {
        """
        <section class="card" aria-labelledby="trail"><div class="card-head">\
        <h2 id="trail">\(say(ActivityPhrase.trail))</h2></div>
        \(TrailLight(trail: trail, now: now, request: request).html)
        </section>
        """
    }

    private var sessions: HTML {
        """
        <section class="card" aria-labelledby="sessions"><div class="card-head">\
        <h2 id="sessions">\(say(ActivityPhrase.sessions))</h2></div>
        <dl class="facts"><div><dt>\(say(ActivityPhrase.sessions))</dt><dd>\(say.number(figures.sessions.sessions))</dd>\
        </div><div><dt>\(say(ActivityPhrase.accounts))</dt><dd>\(say.number(figures.sessions.accounts))</dd></div></dl>
        </section>
        """
    }

    private var spans: HTML {
        let links = ActivityPages.spans.map { span in
            let current: HTML = span == figures.dates.count ? " aria-current=\"true\"" : ""
            return """
                <a class="button" href="\(ActivityPages.home.with("days", String(span)))"\(current)>\
                \(say(ActivityPhrase.days(span)))</a>
                """ as HTML
        }
        return "<nav class=\"button-group\" aria-label=\"\(say(ActivityPhrase.span))\">\(links)</nav>"
    }

    private var charts: HTML {
        """
        \(appointments)
        \(LoadChart(loads: figures.loads, language: say).html)
        \(chart("new-patients", .newPatients, [series(.newPatients, "bar", figures.newPatients)]))
        \(noShows)
        \(signIns)
        """
    }

    private var appointments: HTML {
        let series = AppointmentStatus.allCases.map { status in
            ChartSeries(name: status, look: "bar-\(status.look)", values: figures.appointments.map { $0[status] ?? 0 })
        }
        return chart("appointments", .appointments, series)
    }

    private var noShows: HTML {
        let values = figures.appointments.map { $0[.noShow] ?? 0 }
        return chart("no-shows", .noShows, [series(.noShows, "bar-no-show", values)])
    }

    private var signIns: HTML {
        chart(
            "sign-ins", .signIns,
            [
                series(.begun, "line", figures.signIns.map(\.begun)),
                series(.refused, "line line-second", figures.signIns.map(\.refused)),
            ])
    }

    private func series(_ name: ActivityPhrase, _ look: String, _ values: [Int]) -> ChartSeries {
        ChartSeries(name: name, look: look, values: values)
    }

    private func chart(_ id: String, _ title: ActivityPhrase, _ series: [ChartSeries]) -> HTML {
        DayChart(id: id, title: say(title), dates: figures.dates, series: series, language: say).html
    }
}

/// The two pages of what goes on.
struct ActivityTabs {
    let language: Language
    let isTrail: Bool

    var html: HTML {
        let links = [
            (ActivityPages.home, ActivityPhrase.overview, !isTrail), (ActivityPages.trailAddress, .trail, isTrail),
        ].map { address, phrase, isHere in
            "<a href=\"\(address)\"\(HTML.when(isHere, " aria-current=\"page\""))>\(language(phrase))</a>" as HTML
        }
        return "<nav class=\"tabs\" aria-label=\"\(language(FramePhrase.activity))\">\(links)</nav>"
    }
}
