import Domain
import HTTPTransport

/// Times, sizes and rates as a language writes them.
extension Language {
    /// A number with one decimal: 12.5; 12,5.
    func tenths(_ tenths: Int) -> String {
        let separator =
            switch self {
            case .english: "."
            case .german: ","
            }
        return "\(number(tenths / 10))\(separator)\(tenths % 10)"
    }

    /// About as exact as it matters: 0.4 ms, 120 ms, 1.2 s.
    func duration(microseconds: Int) -> String {
        switch microseconds {
        case ..<10_000: "\(tenths((microseconds + 50) / 100)) ms"
        case ..<1_000_000: "\(number((microseconds + 500) / 1_000)) ms"
        default: "\(tenths((microseconds + 50_000) / 100_000)) s"
        }
    }

    /// Within which time so many of 100 answers came.
    func quantile(_ percent: Int, of latencies: Latencies) -> String {
        switch latencies.quantile(percent) {
        case .within(let microseconds): duration(microseconds: microseconds)
        case .beyond: "> \(duration(microseconds: Latencies.bounds[Latencies.bounds.count - 1]))"
        case nil: "–"
        }
    }

    /// A size in powers of 1000: 812 kB, 3.4 MB.
    func bytes(_ bytes: Int64) -> String {
        var (size, units) = (Int(bytes), ["kB", "MB", "GB", "TB"][...])
        while size >= 1_000_000, units.count > 1 {
            size /= 1000
            units = units.dropFirst()
        }
        return "\(size >= 100_000 ? number(size / 1000) : tenths(size / 100)) \(units.first ?? "")"
    }
}
