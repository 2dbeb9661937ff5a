extension SearchText {
    /// Folded text with the marks of its runs, each on a line of its own behind it: what is kept where an index of
    /// trigrams looks for words.
    public static func marked(_ folded: String) -> String { ([folded] + runs(in: folded)).joined(separator: "\n") }

    /// The same of text that was kept with marks, which are its last lines: folded, and marked anew.
    public static func markedAnew(_ kept: String) -> String {
        var lines = kept.split(separator: "\n", omittingEmptySubsequences: false)
        while let last = lines.last, isMark(last) { lines.removeLast() }
        return marked(folded(lines.joined(separator: "\n")))
    }

    /// The marks of ASCII letters, digits and signs that stand four times in a row and more: `7ˣ4` and `7ˣ5` for 77777, up
    /// to nine times. Of no others, whose marks might be longer than the text.
    ///
    /// Trigrams tell that 777 is there, as in the numbers of many, and not how often in a row. Whoever has a word has its
    /// marks too.
    public static func runs(in folded: String) -> [String] {
        var marks: [String] = []
        var letter: Unicode.Scalar?
        var length = 0
        for next in folded.unicodeScalars {
            length = next == letter ? length + 1 : 1
            letter = next
            // No word has white space.
            guard markedLengths.contains(length), next.isASCII, !next.properties.isWhitespace else { continue }
            // A letter between, as pg_trgm looks at nothing else.
            let mark = "\(next)ˣ\(length)"
            if !marks.contains(mark) { marks.append(mark) }
        }
        return marks
    }

    private static func isMark(_ line: Substring) -> Bool {
        let scalars = Array(line.unicodeScalars)
        return scalars.count == 3 && scalars[1] == "ˣ" && ("4"..."9").contains(scalars[2])
    }

    private static let markedLengths = 4...9
}
