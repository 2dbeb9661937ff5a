import Domain
import Testing

@Suite("Text to search in")
struct SearchTextTests {
    @Test(arguments: [
        ("Ann Archer", "ann archer"), ("O’Hara ‘t Hart", "o'hara 't hart"), ("Oʼahu", "o'ahu"),
        ("Ann‐Marie", "ann-marie"), ("ÀÉÎÕÜ", "aeiou"), ("Mu\u{308}ller", "muller"), ("Straße", "strasse"),
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

    @Test(arguments: [
        ("a\nb\n\n\n7777\n7ˣ4", "a\nb\n\n\n7777\n7ˣ4"), ("a\nb\n\n\n小小小小\n小ˣ4", "a\nb\n\n\n小小小小"),
        ("a\n’'’'\n\n\n", "a\n''''\n\n\n\n'ˣ4"), ("7ˣ4\nb\n\n\nc", "7ˣ4\nb\n\n\nc"), ("smithers", "smithers"),
    ])
    func `is folded and marked anew where it has older marks`(kept: String, text: String) {
        #expect(SearchText.markedAnew(kept) == text)
        #expect(SearchText.markedAnew(text) == text)
    }

    @Test(arguments: [
        ("", []), ("777", []), ("7777", ["7ˣ4"]), ("a77777b77777", ["7ˣ4", "7ˣ5"]), ("777 7", []), ("7\n777", []),
        ("oooo5555", ["oˣ4", "5ˣ4"]), ("小小小小", []), ("a\n\n\n\n\nb    c", []),
        ("99999999999", ["9ˣ4", "9ˣ5", "9ˣ6", "9ˣ7", "9ˣ8", "9ˣ9"]),
    ])
    func `has a mark for each length of a letter's run from four to nine`(text: String, marks: [String]) {
        #expect(SearchText.runs(in: text) == marks)
        #expect(SearchText.marked(text) == ([text] + marks).joined(separator: "\n"))
    }
}
