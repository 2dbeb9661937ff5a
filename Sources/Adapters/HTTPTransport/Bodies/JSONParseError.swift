/// Where and why a text is not JSON. Never holds any of the text.
package struct JSONParseError: Error, Equatable, Sendable {
    /// What stands in the way.
    enum Problem: String, Sendable {
        case missingValue = "a value is missing"
        case unknownWord = "neither true, false nor null"
        case malformedNumber = "a number is malformed"
        case unterminatedString = "a string has no end"
        case controlCharacter = "a control character stands in a string"
        case malformedEscape = "an escape sequence is malformed"
        case loneSurrogate = "half of a surrogate pair stands alone"
        case malformedUTF8 = "the text is not UTF-8"
        case missingName = "a member's name in double quotes is missing"
        case missingColon = "a colon is missing after a member's name"
        case missingCommaOrEnd = "a comma or the closing bracket is missing"
        case trailingText = "there is text after the value"
        case tooDeep = "the nesting is too deep"
        case byteOrderMark = "the text begins with a byte order mark"
    }

    let problem: Problem
    /// The line, counted from 1; lines end with a line feed.
    let line: Int
    /// The character within the line, counted from 1.
    let column: Int
}

extension JSONParseError: CustomStringConvertible {
    /// In words, such as `a value is missing: line 1 column 7`.
    package var description: String { "\(problem.rawValue): line \(line) column \(column)" }
}

extension JSONParseError {
    init(_ problem: Problem, at position: Int, in bytes: [UInt8]) {
        let before = bytes.prefix(position)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        self.problem = problem
        line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        // Continuation bytes of UTF-8 belong to a character that was counted already.
        column = 1 + before[lineStart...].count { $0 & 0b1100_0000 != 0b1000_0000 }
    }
}
