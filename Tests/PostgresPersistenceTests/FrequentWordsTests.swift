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

    @Test("are found out again after a hundred uses")
    func trust() {
        words.note(["smi"], hadByMoreThan: 2_000)

        let uses = (1...100).map { _ in words.are(["smi"], hadByMoreThan: 2_000) }

        #expect(uses.allSatisfy { $0 })
        #expect(!words.are(["smi"], hadByMoreThan: 2_000))
    }

    @Test("are forgotten when there are too many of them")
    func limit() {
        for number in 1...201 { words.note(["w\(number)"], hadByMoreThan: 2_000) }

        #expect(!words.are(["w1"], hadByMoreThan: 2_000))
        #expect(words.are(["w201"], hadByMoreThan: 2_000))
    }
}
