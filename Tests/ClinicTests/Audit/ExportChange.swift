import Domain
import Foundation

/// What somebody does to an export.
struct ExportChange: CustomStringConvertible {
    let description: String
    /// As they are afterwards.
    var lines: [Data]
    /// What is not as it was, or not where it was.
    let touched: [ExportedTrail.Content]
    /// The numbers of lines of which at least one has to be named; none when nothing is left that could be.
    let named: [Int]

    static func random(of trail: ExportedTrail, using random: inout some RandomNumberGenerator) -> ExportChange {
        let place = Int.random(in: trail.lines.indices, using: &random)
        let other = Int.random(in: trail.lines.indices, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return deletion(of: place, in: trail)
        case 1: return place == other ? deletion(of: place, in: trail) : swap(place, other, in: trail)
        case 2: return repetition(of: place, at: other, in: trail)
        case 3: return cut(place, after: Int.random(in: 1..<trail.lines[place].count, using: &random), in: trail)
        case 4: return end(at: max(1, place), in: trail)
        default: return flip(place, in: trail, using: &random)
        }
    }

    private static func deletion(of place: Int, in trail: ExportedTrail) -> ExportChange {
        var lines = trail.lines
        lines.remove(at: place)
        return ExportChange(
            description: "line \(place + 1) deleted", lines: lines, touched: [trail.contents[place]], named: [])
    }

    private static func swap(_ one: Int, _ other: Int, in trail: ExportedTrail) -> ExportChange {
        var lines = trail.lines
        lines.swapAt(one, other)
        return ExportChange(
            description: "lines \(one + 1) and \(other + 1) swapped", lines: lines,
            touched: [trail.contents[one], trail.contents[other]], named: [one + 1, other + 1])
    }

    private static func repetition(of place: Int, at other: Int, in trail: ExportedTrail) -> ExportChange {
        var lines = trail.lines
        lines.insert(lines[place], at: other)
        return ExportChange(
            description: "line \(place + 1) repeated before line \(other + 1)", lines: lines,
            touched: [trail.contents[place]], named: [other + 1, other <= place ? place + 2 : place + 1])
    }

    private static func cut(_ place: Int, after bytes: Int, in trail: ExportedTrail) -> ExportChange {
        var lines = trail.lines
        lines[place] = lines[place].prefix(bytes)
        return ExportChange(
            description: "line \(place + 1) cut after \(bytes) bytes", lines: lines, touched: [trail.contents[place]],
            named: [place + 1])
    }

    private static func end(at place: Int, in trail: ExportedTrail) -> ExportChange {
        ExportChange(
            description: "all lines from \(place + 1) deleted", lines: Array(trail.lines[..<place]),
            touched: Array(trail.contents[place...]), named: [])
    }

    /// Any bit but those of the number of a row, which nothing depends on.
    private static func flip(
        _ place: Int, in trail: ExportedTrail, using random: inout some RandomNumberGenerator
    ) -> ExportChange {
        var lines = trail.lines
        var bytes = Array(lines[place])
        let text = String(decoding: bytes, as: UTF8.self)
        let digits = text.firstMatch(of: /"id":([0-9]+)/).map { match in
            text.utf8.distance(
                from: text.startIndex, to: match.1.startIndex)..<text.utf8.distance(
                    from: text.startIndex, to: match.1.endIndex)
        }
        let possible = bytes.indices.filter { !(digits?.contains($0) ?? false) }
        let byte = possible.randomElement(using: &random) ?? 0
        let bit = Int.random(in: 0..<8, using: &random)
        bytes[byte] ^= 1 << bit
        lines[place] = Data(bytes)
        return ExportChange(
            description: "bit \(bit) of byte \(byte) of line \(place + 1) flipped", lines: lines,
            touched: [trail.contents[place]], named: [place + 1])
    }
}
