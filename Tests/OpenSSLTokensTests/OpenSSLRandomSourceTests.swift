import Testing

@testable import OpenSSLTokens

@Suite struct `Random bits` {
    @Test func `are never given twice, whoever asks at the same time`() async {
        let source = OpenSSLRandomSource()
        let draws = 5 * OpenSSLRandomSource.drawnAtOnce

        let given = await withTaskGroup(of: [UInt128].self) { group in
            for _ in 0..<8 { group.addTask { (0..<draws).map { _ in source.bits() } } }
            return await group.reduce(into: []) { $0 += $1 }
        }

        #expect(given.count == 8 * draws && Set(given).count == given.count)
        #expect(!given.contains(0))
    }

    @Test func `have each bit as often as not`() {
        let source = OpenSSLRandomSource()

        let ones = (0..<4_000).reduce(into: [Int](repeating: 0, count: 128)) { ones, _ in
            let bits = source.bits()
            for place in 0..<128 where bits >> UInt128(place) & 1 == 1 { ones[place] += 1 }
        }

        // Ten standard deviations of 32 on either side: once in 10^20 runs.
        #expect(ones.allSatisfy { (1_680...2_320).contains($0) })
    }
}
