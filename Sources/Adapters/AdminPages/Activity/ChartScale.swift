/// What stands beside a chart's lines: round numbers from 0 on that take in the greatest value.
struct ChartScale: Equatable {
    let ticks: [Int]

    /// The number at the top.
    var maximum: Int { ticks[ticks.count - 1] }

    init(upTo greatest: Int) {
        var step = 1
        // 1, 2, 5, 10, 20, 50, … until five steps are enough.
        for factor in [2, 5, 10] where step * 5 < greatest { step = factor }
        var power = 10
        while step * 5 < greatest {
            for factor in [2, 5, 10] where step * 5 < greatest { step = factor * power }
            power *= 10
        }
        let count = max(1, (greatest + step - 1) / step)
        ticks = (0...count).map { $0 * step }
    }

    /// How far up a value stands.
    func height(of value: Int, in full: Int) -> Int { value * full / maximum }
}

/// Values of one kind.
struct ChartSeries: Sendable {
    let name: any Phrase
    /// The classes of its bars, or of its line.
    let look: String
    let values: [Int]

    var isLine: Bool { look.hasPrefix("line") }
}
