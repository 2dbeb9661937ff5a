import Synchronization
import Testing

@testable import PostgresPersistence

@Suite("Words that many have")
struct FrequentWordsTests {
    private let words = FrequentWords()

    @Test("are not known before somebody found it out, nor for another number or other words")
    func unknown() {
        #expect(!words.are(["smi"], hadByMoreThan: 2_000))

        words.note(["smi"], hadByMoreThan: 2_000)

        #expect(words.are(["smi"], hadByMoreThan: 2_000))
        #expect(!words.are(["smi"], hadByMoreThan: 50_000))
        #expect(!words.are(["smi", "th"], hadByMoreThan: 2_000))
    }

    @Test("are found out again after a minute")
    func trust() {
        let start = ContinuousClock.now
        let later = Mutex(Duration.zero)
        let words = FrequentWords { start.advanced(by: later.withLock { $0 }) }
        words.note(["smi"], hadByMoreThan: 2_000)

        later.withLock { $0 = .seconds(59) }
        #expect(words.are(["smi"], hadByMoreThan: 2_000))
        later.withLock { $0 = .seconds(60) }
        #expect(!words.are(["smi"], hadByMoreThan: 2_000))
    }

    @Test("are forgotten when there are too many of them")
    func limit() {
        for number in 1...201 { words.note(["w\(number)"], hadByMoreThan: 2_000) }

        #expect(!words.are(["w1"], hadByMoreThan: 2_000))
        #expect(words.are(["w201"], hadByMoreThan: 2_000))
    }
}
