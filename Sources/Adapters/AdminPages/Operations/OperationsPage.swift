import Application
import Domain
import HTTPTransport

/// Numbers about the server that a person understands at a glance.
struct OperationsPage {
    let state: OperationsState
    let trail: AuditTrailState
    let traffic: Traffic
    let figures: [RouteFigures]
    let metrics: ServerMetrics
    let now: Instant
    let request: PageRequest

    private var say: Language { request.language }

    /// Another one every five seconds: the script asks as often as it likes.
    static func version(at now: Instant) -> String { String(now.seconds / 5) }

    var answer: Answer {
        let title = say(FramePhrase.operations)
        return request.page(title, PageHead(title: "\(title)", actions: [live]).html(in: say) + region)
    }

    private var live: HTML {
        """
        <p class="live" hidden data-script-only data-live-state data-current="\(say(TodayPhrase.live))" \
        data-lost="\(say(TodayPhrase.lost))" data-zone="\(request.time.name)">\(say(TodayPhrase.live))</p>
        """
    }

    private var region: HTML {
        """
        <section class="stack" data-live-region="operations" data-version="\(OperationsPage.version(at: now))" \
        data-version-source="\(OperationsPages.versionAddress)">
        \(requests)
        <div class="packed">\(server)\(database)\(lanes)\(hashing)\(sessions)\(light)</div>
        \(RouteTables(figures: figures, language: say).html)
        </section>
        """
    }

    private var requests: HTML {
        card(
            "traffic", .requests,
            """
            <dl class="figures">\
            \(figure(.perSecond, say.tenths(traffic.tenthsPerSecond)))\
            \([50, 95, 99].map { figure($0 == 50 ? .half : .most($0), say.quantile($0, of: traffic.latencies)) })\
            \(figure(.underWay, say.number(metrics.openRequests)))\
            \(figure(.connections, say.number(metrics.openConnections)))\
            \(figure(.limits, say.number(metrics.refused)))</dl>
            <p class="soft small">\(say(OperationsPhrase.counted(traffic.requests, seconds: traffic.seconds)))</p>
            """)
    }

    private func figure(_ name: OperationsPhrase, _ value: String) -> HTML {
        "<div><dt>\(say(name))</dt><dd>\(value)</dd></div>"
    }

    private var server: HTML {
        let started = say.moment(metrics.startedAt, in: request.time)
        let lasted = say(OperationsPhrase.lasted(seconds: max(0, now.seconds - metrics.startedAt.seconds)))
        return card(
            "server", .server,
            "<dl class=\"facts\">\(figure(.version, request.visit.settings.version))\(figure(.started, started))"
                + "\(figure(.upFor, lasted))</dl>")
    }

    private var database: HTML {
        guard let storage = state.storage else {
            return card("database", .database, "<p>\(say(OperationsPhrase.noDatabase))</p>")
        }
        let migrations = say(OperationsPhrase.applied(storage.appliedMigrations, of: storage.knownMigrations))
        let load = state.load.map { load in
            [figure(.turnedAway, say.number(load.refused)), figure(.lost, say.number(load.lost))]
        }
        return card(
            "database", .database,
            "<dl class=\"facts\">\(figure(.engine, "\(storage.engine.rawValue) \(storage.version)"))"
                + "\(figure(.migrations, migrations))\(figure(.size, say.bytes(storage.bytes)))\(load ?? [])</dl>")
    }

    private var lanes: HTML {
        guard let load = state.load else { return .empty }
        let rows = load.lanes.map { lane in
            LoadMeter(
                id: "lane-\(lane.kind.rawValue)", name: say(OperationsPhrase.lane(lane.kind)),
                busy: lane.underWay, most: lane.mostConnections, waiting: lane.waiting, language: say
            ).html
        }
        return card("lanes", .lanes, "<dl class=\"measure\">\(rows)</dl>")
    }

    private var hashing: HTML {
        guard let load = state.hashing else { return .empty }
        let meter = LoadMeter(
            id: "hashing-threads", name: say(OperationsPhrase.threads), busy: load.running, most: load.threads,
            waiting: load.waiting, language: say)
        return card(
            "hashing", .hashing,
            """
            <dl class="measure">\(meter.html)</dl>
            <p class="soft small">\(say(OperationsPhrase.hashesTurnedAway(load.refused)))</p>
            """)
    }

    private var sessions: HTML {
        guard let count = state.sessions else { return .empty }
        return card(
            "sessions", .signedIn,
            "<dl class=\"facts\">\(figure(.sessions, say.number(count.sessions)))"
                + "\(figure(.accounts, say.number(count.accounts)))</dl>")
    }

    private var light: HTML {
        Section(id: "trail", title: say(ActivityPhrase.trail), all: ActivityPages.home, language: say)
            .html(TrailLight(trail: trail, now: now, request: request).html)
    }

    private func card(_ id: String, _ title: OperationsPhrase, _ content: HTML) -> HTML {
        Section(id: id, title: say(title), all: nil, language: say).html(content)
    }
}
