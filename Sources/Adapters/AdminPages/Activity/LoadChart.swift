import Application
import Domain

/// How much of each doctor's time is held, who has most of it first.
struct LoadChart {
    let loads: [DoctorLoad]
    let language: Language

    /// So many are drawn; the table has all.
    private static let mostDrawn = 15
    private let left = 210
    private let right = 650
    private let step = 28

    private var drawn: ArraySlice<DoctorLoad> { loads.prefix(LoadChart.mostDrawn) }

    var html: HTML {
        ChartFrame(
            id: "loads", title: language(ActivityPhrase.loads), summary: summary,
            height: max(1, drawn.count) * step + 12, drawing: "\(drawn.enumerated().map { row($0, $1) })",
            heads: [language(Field.doctor), language(ActivityPhrase.appointments), language(ActivityPhrase.hours)],
            rows: loads.map { load in
                (
                    DoctorName(doctor: load.doctor).html,
                    [language.number(load.load.appointments), language.hours(minutes: load.load.minutes)]
                )
            }, language: language
        ).html
    }

    private var summary: String {
        guard let first = loads.first else { return language(ActivityPhrase.none) }
        let hours = language.hours(minutes: loads.reduce(0) { $0 + $1.load.minutes })
        let most = language(
            ActivityPhrase.most(DoctorName.text(first.doctor), language.hours(minutes: first.load.minutes)))
        return "\(language(ActivityPhrase.hoursOf(hours, loads.count))) \(most)"
    }

    private func row(_ index: Int, _ load: DoctorLoad) -> HTML {
        let most = max(1, loads.first?.load.minutes ?? 1)
        let (y, width) = (8 + index * step, (right - left) * load.load.minutes / most)
        return """
            <text x="\(left - 8)" y="\(y + 15)" text-anchor="end">\(label(load.doctor))</text>\
            <rect class="bar" x="\(left)" y="\(y)" width="\(width)" height="\(step - 8)"/>\
            <text class="value" x="\(left + width + 6)" y="\(y + 15)">\(language.hours(minutes: load.load.minutes))</text>
            """
    }

    /// As much of the name as there is room for, and the number.
    private func label(_ doctor: Doctor) -> String {
        let name = DoctorName.text(doctor)
        let shown = name.count > 24 ? name.prefix(23) + "…" : name[...]
        return "\(shown) #\(doctor.id.number)"
    }
}

extension Language {
    /// Hours with a decimal: 12.5 h; 12,5 h.
    func hours(minutes: Int) -> String {
        let tenths = (minutes * 10 + 30) / 60
        let separator =
            switch self {
            case .english: "."
            case .german: ","
            }
        return "\(number(tenths / 10))\(separator)\(tenths % 10) h"
    }
}
