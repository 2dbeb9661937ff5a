import Domain

/// Numbers of days that follow one another: bars, one upon the other, or lines.
struct DayChart {
    let id: String
    let title: String
    let dates: [CalendarDate]
    let series: [ChartSeries]
    let language: Language

    private let left = 48
    private let right = 712
    private let top = 12
    private let bottom = 206

    private var totals: [Int] { dates.indices.map { day in series.reduce(0) { $0 + $1.values[day] } } }
    private var isLines: Bool { series.contains(where: \.isLine) }

    private var scale: ChartScale {
        ChartScale(upTo: isLines ? series.flatMap(\.values).max() ?? 0 : totals.max() ?? 0)
    }

    var html: HTML {
        ChartFrame(
            id: id, title: title, summary: summary, series: series, height: 236,
            drawing: "\(grid)\(isLines ? lines : bars)\(days)",
            heads: [language(ActivityPhrase.day)] + series.map { language.text($0.name) },
            rows: dates.indices.map { day in
                ("\(language.day(dates[day]))", series.map { language.number($0.values[day]) })
            }, language: language
        ).html
    }

    /// How many in all, and which day has most.
    private var summary: String {
        let totals = totals
        guard let most = totals.indices.max(by: { totals[$0] < totals[$1] }), totals[most] > 0 else {
            return language(ActivityPhrase.none)
        }
        let sums = series.map { "\(language.text($0.name)) \(language.number($0.values.reduce(0, +)))" }
        let day = language(ActivityPhrase.most(language.day(dates[most]), language.number(totals[most])))
        return "\(sums.joined(separator: ", ")). \(day)"
    }

    private var grid: HTML {
        let scale = scale
        let lines = scale.ticks.map { tick in
            let y = bottom - scale.height(of: tick, in: bottom - top)
            return """
                <line class="grid-line" x1="\(left)" x2="\(right)" y1="\(y)" y2="\(y)"/>\
                <text x="\(left - 6)" y="\(y + 4)" text-anchor="end">\(language.number(tick))</text>
                """ as HTML
        }
        return "\(lines)<path class=\"axis\" d=\"M\(left) \(bottom)H\(right)\"/>"
    }

    /// Where a day begins.
    private func x(_ day: Int) -> Int { left + (right - left) * day / dates.count }
    /// Where its middle is.
    private func middle(_ day: Int) -> Int { (x(day) + x(day + 1)) / 2 }

    /// The names of some days, so that they do not touch.
    private var days: HTML {
        let every = (dates.count + 13) / 14
        let labels = stride(from: 0, to: dates.count, by: every).map { day in
            """
            <text x="\(middle(day))" y="\(bottom + 18)" text-anchor="middle">\(language.shortDay(dates[day]))</text>
            """ as HTML
        }
        return "\(labels)"
    }

    private var bars: HTML {
        let scale = scale
        let bars = dates.indices.flatMap { day in
            var base = 0
            return series.compactMap { series -> HTML? in
                let value = series.values[day]
                guard value > 0 else { return nil }
                let from = bottom - scale.height(of: base, in: bottom - top)
                base += value
                let to = bottom - scale.height(of: base, in: bottom - top)
                let gap = dates.count > 40 ? 1 : 3
                return """
                    <rect class="\(series.look)" x="\(x(day) + gap)" y="\(to)" width="\(x(day + 1) - x(day) - 2 * gap)" \
                    height="\(from - to)"/>
                    """
            }
        }
        return "\(bars)"
    }

    private var lines: HTML {
        let scale = scale
        let lines = series.map { series in
            let dot = series.look.contains("second") ? "dot dot-second" : "dot"
            let places = dates.indices.map { day in
                (x: middle(day), y: bottom - scale.height(of: series.values[day], in: bottom - top))
            }
            let points = places.map { "\($0.x),\($0.y)" }.joined(separator: " ")
            let dots = places.map { "<circle class=\"\(dot)\" cx=\"\($0.x)\" cy=\"\($0.y)\" r=\"3\"/>" as HTML }
            return "<polyline class=\"\(series.look)\" points=\"\(points)\"/>\(dots)" as HTML
        }
        return "\(lines)"
    }
}
