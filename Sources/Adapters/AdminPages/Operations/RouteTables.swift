import Domain
import HTTPTransport

/// The routes that are asked most, and those that take longest, since the start.
struct RouteTables {
    let figures: [RouteFigures]
    let language: Language

    private static let most = 6

    private var say: Language { language }

    var html: HTML {
        let busiest = figures.sorted { $0.latencies.total > $1.latencies.total }
        let slowest = figures.sorted { RouteTables.slowness($0) > RouteTables.slowness($1) }
        return table("busiest", .busiest, busiest) + table("slowest", .slowest, slowest)
    }

    /// What stands between the slowest and the others: the time of 95 of 100 answers.
    private static func slowness(_ figures: RouteFigures) -> Int {
        switch figures.latencies.quantile(95) {
        case .within(let microseconds): microseconds
        case .beyond: .max
        case nil: 0
        }
    }

    private func table(_ id: String, _ title: OperationsPhrase, _ figures: [RouteFigures]) -> HTML {
        let rows = figures.prefix(RouteTables.most).map(row)
        let heads = numbers.map { "<th scope=\"col\" class=\"number\">\(say($0))</th>" as HTML }
        return Section(id: id, title: say(title), all: nil, language: say).html(
            """
            <div class="table-wrap" tabindex="0" role="group" aria-label="\(say(title))"><table class="stacking">
            <thead><tr><th scope="col">\(say(OperationsPhrase.route))</th>\(heads)</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }

    private var numbers: [OperationsPhrase] { [.requests, .half, .most(95), .failed] }

    private func row(_ figures: RouteFigures) -> HTML {
        let texts = [
            say.number(figures.latencies.total), say.quantile(50, of: figures.latencies),
            say.quantile(95, of: figures.latencies), say.number(figures.answersByClass[5]),
        ]
        let cells = zip(numbers, texts).map { name, text in
            "<td class=\"number\" data-label=\"\(say(name))\">\(text)</td>" as HTML
        }
        return "<tr><th scope=\"row\">\(name(of: figures))</th>\(cells)</tr>"
    }

    private func name(of figures: RouteFigures) -> HTML {
        let route = figures.route == ServerMetrics.unroutedLabel ? say(OperationsPhrase.unknownRoute) : figures.route
        let method = figures.method == "other" ? say(OperationsPhrase.otherMethods) : figures.method
        return "<span class=\"route\"><small class=\"soft\">\(method)</small> \(route)</span>"
    }
}
