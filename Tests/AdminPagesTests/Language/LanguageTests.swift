import Domain
import Testing

@testable import AdminPages

@Suite struct `The language of the pages` {
    @Test(arguments: [
        ("de-CH, en;q=0.8", Language.german), ("fr, en;q=0.5, de;q=0.9", .german), ("fr", .english), ("", .english),
        ("de;q=0", .english),
    ]) func `is the one that the browser likes best`(header: String, language: Language) {
        #expect(Language(chosen: nil, acceptLanguage: header) == language)
    }

    @Test func `is the one that somebody chose`() {
        #expect(Language(chosen: "en", acceptLanguage: "de") == .english)
        #expect(Language(chosen: "xx", acceptLanguage: "de") == .german)
    }

    @Test func `has its own way of writing days and numbers`() throws {
        let day = try #require(CalendarDate("1990-05-05"))

        #expect(Language.english.day(day) == "5 May 1990")
        #expect(Language.german.day(day) == "05.05.1990")
        #expect(Language.english.weekday(day) == "Saturday")
        #expect(Language.english.number(1_234_567) == "1,234,567")
        #expect(Language.german.number(-1_034) == "−1.034")
    }
}
