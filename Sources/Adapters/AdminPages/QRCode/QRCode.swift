/// A text as a picture that telephones read (ISO/IEC 18004): bytes, with the error correction of level M.
struct QRCode: Equatable {
    /// Modules in a row.
    let size: Int
    private var dark: [Bool]
    /// What is no data: the patterns by which a reader finds its way.
    private var isFixed: [Bool]

    /// - Returns: `nil` for a text of more than 666 bytes.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.smallest(for: bytes.count) else { return nil }
        size = version.size
        dark = Array(repeating: false, count: size * size)
        isFixed = dark
        drawPatterns(of: version)
        draw(version.codewords(of: bytes))
    }

    subscript(x: Int, y: Int) -> Bool { dark[y * size + x] }

    private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
        dark[y * size + x] = isDark
        isFixed[y * size + x] = true
    }

    // MARK: Patterns

    private mutating func drawPatterns(of version: QRVersion) {
        for place in 0..<size {
            fix(6, place, place % 2 == 0)
            fix(place, 6, place % 2 == 0)
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawRings(x, y, radius: 4, light: [2, 4]) }
        let places = version.alignments
        for x in places {
            for y in places where !isCorner(x, y) { drawRings(x, y, radius: 2, light: [1]) }
        }
        drawFormat()
        drawVersion(version)
    }

    /// Where the three large patterns are, no small one is.
    private func isCorner(_ x: Int, _ y: Int) -> Bool {
        (x, y) == (6, 6) || (x, y) == (size - 7, 6) || (x, y) == (6, size - 7)
    }

    /// Squares around a middle, some of them light.
    private mutating func drawRings(_ x: Int, _ y: Int, radius: Int, light: Set<Int>) {
        for (dx, dy) in (-radius...radius).flatMap({ dx in (-radius...radius).map { (dx, $0) } }) {
            guard (0..<size).contains(x + dx), (0..<size).contains(y + dy) else { continue }
            fix(x + dx, y + dy, !light.contains(max(abs(dx), abs(dy))))
        }
    }

    /// Says level M and mask 0 (table C.1: the sequence for the five bits 00000).
    private mutating func drawFormat() {
        for bit in 0..<15 {
            let isDark = 0x5412 >> bit & 1 == 1
            switch bit {
            case 0...5: fix(8, bit, isDark)
            case 6...7: fix(8, bit + 1, isDark)
            case 8: fix(7, 8, isDark)
            default: fix(14 - bit, 8, isDark)
            }
            if bit < 8 { fix(size - 1 - bit, 8, isDark) } else { fix(8, size - 15 + bit, isDark) }
        }
        fix(8, size - 8, true)
    }

    private mutating func drawVersion(_ version: QRVersion) {
        guard let bits = version.information else { return }
        for bit in 0..<18 {
            let (far, near) = (size - 11 + bit % 3, bit / 3)
            fix(far, near, bits >> bit & 1 == 1)
            fix(near, far, bits >> bit & 1 == 1)
        }
    }

    // MARK: Data

    /// Bit by bit in pairs of columns from the right, up and down by turns, under mask 0. One mask is enough: the others
    /// only make some pictures a little easier to read.
    private mutating func draw(_ codewords: [UInt8]) {
        var bit = 0
        for (turn, right) in columns.enumerated() {
            for step in 0..<size {
                let y = turn % 2 == 0 ? size - 1 - step : step
                for x in [right, right - 1] where !isFixed[y * size + x] {
                    let isSet = bit / 8 < codewords.count && codewords[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
                    dark[y * size + x] = isSet != ((x + y) % 2 == 0)
                    bit += 1
                }
            }
        }
    }

    /// The right one of each pair of columns; the upright timing pattern stands between pairs.
    private var columns: [Int] {
        stride(from: size - 1, to: 6, by: -2).map { $0 } + [5, 3, 1]
    }
}
