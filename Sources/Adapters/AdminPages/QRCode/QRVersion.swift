/// A size of a QR code: how much it holds at level M, and how that is divided into blocks.
struct QRVersion: Equatable {
    /// From 1 to 20.
    let number: Int

    /// Codewords of correction in each block, and how many blocks there are (table 9, level M).
    private static let blocks = [
        (10, 1), (16, 1), (26, 1), (18, 2), (24, 2), (16, 4), (18, 4), (22, 4), (22, 5), (26, 5),
        (30, 5), (22, 8), (22, 9), (24, 9), (24, 10), (28, 10), (28, 11), (26, 13), (26, 14), (26, 16),
    ]

    /// The smallest that holds so many bytes.
    static func smallest(for count: Int) -> QRVersion? {
        (1...blocks.count).lazy.map(QRVersion.init).first { count + $0.overhead <= $0.dataCount }
    }

    var size: Int { 17 + 4 * number }

    private var correction: Int { QRVersion.blocks[number - 1].0 }
    private var blockCount: Int { QRVersion.blocks[number - 1].1 }

    /// Codewords in all: the modules that no pattern takes.
    private var count: Int {
        var modules = (16 * number + 128) * number + 64
        if number > 1 {
            let small = number / 7 + 2
            modules -= (25 * small - 10) * small - 55
        }
        if number > 6 { modules -= 36 }
        return modules / 8
    }

    private var dataCount: Int { count - correction * blockCount }
    /// Kind and length take up a byte and a half, or two and a half, and the end a half.
    private var overhead: Int { number < 10 ? 2 : 3 }

    /// The middles of the small patterns, in either direction.
    var alignments: [Int] {
        guard number > 1 else { return [] }
        let count = number / 7 + 2
        let step = (number * 8 + count * 3 + 5) / (count * 4 - 4) * 2
        return [6] + (0..<count - 1).reversed().map { size - 7 - $0 * step }
    }

    /// The number with its correction (a BCH code of 18 bits); none below 7.
    var information: Int? {
        guard number > 6 else { return nil }
        var rest = number << 12
        for bit in (12..<18).reversed() where rest >> bit & 1 == 1 { rest ^= 0x1F25 << (bit - 12) }
        return number << 12 | rest
    }

    /// Data and correction, in the order in which they are drawn.
    func codewords(of bytes: [UInt8]) -> [UInt8] {
        let blocks = divided(data(of: bytes))
        let corrections = blocks.map { ReedSolomon.correction(of: $0, count: correction) }
        return interleaved(blocks) + interleaved(corrections)
    }

    /// Mode 4 (bytes), the length, the bytes, the end, and what fills the rest.
    private func data(of bytes: [UInt8]) -> [UInt8] {
        let length = bytes.count
        var halves =
            [4] + (number < 10 ? [] : [length >> 12 & 15, length >> 8 & 15]) + [length >> 4 & 15, length & 15]
        for byte in bytes { halves += [Int(byte >> 4), Int(byte & 15)] }
        halves.append(0)
        var data = stride(from: 0, to: halves.count, by: 2).map { UInt8(halves[$0] << 4 | halves[$0 + 1]) }
        for index in 0..<dataCount - data.count { data.append(index % 2 == 0 ? 0xEC : 0x11) }
        return data
    }

    /// Blocks of the same length, the last ones perhaps longer by one.
    private func divided(_ data: [UInt8]) -> [[UInt8]] {
        let (short, longer) = data.count.quotientAndRemainder(dividingBy: blockCount)
        var (blocks, start): ([[UInt8]], Int) = ([], 0)
        for index in 0..<blockCount {
            let end = start + short + (index >= blockCount - longer ? 1 : 0)
            blocks.append(Array(data[start..<end]))
            start = end
        }
        return blocks
    }

    /// The first of each, then the second of each, and so on.
    private func interleaved(_ blocks: [[UInt8]]) -> [UInt8] {
        let longest = blocks.map(\.count).max() ?? 0
        return (0..<longest).flatMap { index in blocks.compactMap { index < $0.count ? $0[index] : nil } }
    }
}
