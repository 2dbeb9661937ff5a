/// Places side by side for what overlaps.
struct CalendarLanes {
    /// A lane of so many, both from 1 on.
    struct Place: Equatable {
        let lane: Int
        let count: Int
    }

    /// More would be too narrow to be read; what is beyond shares the last one.
    private static let most = 4

    /// - Parameter spans: in the order of their beginnings; from, up to, not including, the end.
    /// - Returns: a place for each.
    static func places(for spans: [Range<Int>]) -> [Place] {
        var (places, cluster, ends): ([Place], [Int], [Int]) = ([], [], [])
        func close() {
            let count = min(most, ends.count)
            places += cluster.map { Place(lane: min($0, most), count: count) }
            (cluster, ends) = ([], [])
        }
        for span in spans {
            if ends.allSatisfy({ $0 <= span.lowerBound }) { close() }
            if let free = ends.firstIndex(where: { $0 <= span.lowerBound }) {
                ends[free] = span.upperBound
                cluster.append(free + 1)
            } else {
                ends.append(span.upperBound)
                cluster.append(ends.count)
            }
        }
        close()
        return places
    }
}
