/// Text in the form in which words are looked for: letters alike are the same, whatever their case and accents.
public enum SearchText {
    /// Lower case, without accents: letters stand for those that they are written with, `é` and `e` with a combining
    /// accent alike; `ß` is `ss`, `æ` is `ae`, `ø` is `o`. Apostrophes and hyphens are those of a keyboard: `’` is `'`.
    /// Folding twice changes nothing more.
    public static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for letter in text.lowercased().unicodeScalars where !marks.contains(letter.value) {
            guard letter.value >= 0x80 else {
                folded.append(letter)
                continue
            }
            if let plain = plainLetters[letter] {
                folded.append(contentsOf: plain.unicodeScalars)
            } else {
                folded.append(letter)
            }
        }
        return String(folded)
    }

    /// Members of a record, one a line, each folded.
    public static func folded(_ members: [String]) -> String { folded(members.joined(separator: "\n")) }

    /// Accents that follow their letter.
    private static let marks: ClosedRange<UInt32> = 0x0300...0x036F

    private static let plainLetters: [Unicode.Scalar: String] = {
        var plain: [Unicode.Scalar: String] = [
            "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t",
            "ı": "i", "ς": "σ", "\u{2018}": "'", "\u{2019}": "'", "\u{02BC}": "'", "\u{2010}": "-", "\u{2011}": "-",
        ]
        for group in letters.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
            guard let letter = group.first else { continue }
            for accented in group.dropFirst() { plain[accented] = plain[letter] ?? String(letter) }
        }
        return plain
    }()
}
