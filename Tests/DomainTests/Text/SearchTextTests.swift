import Domain
import Testing

@Suite("Text to search in")
struct SearchTextTests {
    @Test(arguments: [
        ("Ann Archer", "ann archer"), ("ÀÉÎÕÜ", "aeiou"), ("Mu\u{308}ller", "muller"), ("Straße", "strasse"),
        ("STRAẞE", "strasse"), ("Ærøskøbing", "aeroskobing"), ("Œuvre", "oeuvre"), ("Łódź", "lodz"), ("Đorđe", "dorde"),
        ("Þór", "thor"), ("Ðað", "dad"), ("İstanbul ılık", "istanbul ilik"), ("Ħal Ŧ", "hal t"), ("Ǻǿǽ", "aoae"),
        ("Σίσυφος", "σισυφοσ"), ("Ἀλέξης", "αλεξησ"), ("Йод Ёж", "иод еж"), ("Nguyễn", "nguyen"), ("한국", "한국"),
        ("王小明", "王小明"), ("👩‍👩‍👧", "👩‍👩‍👧"), ("+1 555 'x' %_\\\"", "+1 555 'x' %_\\\""), ("", ""),
    ])
    func `has neither case nor accents`(text: String, folded: String) {
        #expect(Array(SearchText.folded(text).unicodeScalars) == Array(folded.unicodeScalars))
    }

    @Test func `stays as it is when folded again`() {
        let changed = (UInt32(0)...0x2FFFF).compactMap { Unicode.Scalar($0) }.filter { scalar in
            let once = SearchText.folded(String(scalar))
            return SearchText.folded(once) != once
        }

        #expect(changed.isEmpty)
    }

    @Test func `is one member a line, so that no word spans two`() {
        #expect(SearchText.folded(["Ann", "", "Ärmel"]) == "ann\n\narmel")
    }
}
