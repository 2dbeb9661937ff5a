import Foundation

/// Where settings come from: `.env`, then the environment, then flags; the later wins.
struct SettingSources: Sendable {
    private(set) var values: [String: String] = [:]
    /// What is wrong with the sources themselves.
    private(set) var problems: [String] = []

    /// - Parameters:
    ///   - envFile: the text of `.env`; `nil` when there is none.
    ///   - flags: settings from the command line.
    init(envFile: String?, environment: [String: String], flags: [String: String]) {
        let known = Set(Setting.all.map(\.key))
        for (number, line) in (envFile ?? "").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            switch EnvFile.parse(line) {
            case .nothing: continue
            case .malformed: problems.append(".env, line \(number + 1): expected KEY=value.")
            case .pair(let key, let value):
                if known.contains(key) { values[key] = value } else { noteUnknown(key, in: ".env, line \(number + 1)") }
            }
        }
        for (key, value) in environment.sorted(by: { $0.key < $1.key }) {
            if known.contains(key) {
                // One that is empty counts as not set, and hides nothing.
                if !value.isEmpty { values[key] = value }
            } else if Setting.families.contains(where: key.hasPrefix) {
                noteUnknown(key, in: "environment")
            }
        }
        for (key, value) in flags.sorted(by: { $0.key < $1.key }) {
            if known.contains(key) { values[key] = value } else { noteUnknown(key, in: "--set") }
        }
    }

    private mutating func noteUnknown(_ key: String, in place: String) {
        let near = Setting.all.map(\.key).min { SettingSources.distance($0, key) < SettingSources.distance($1, key) }
        // Where most letters differ it is another word.
        let hint =
            near.flatMap {
                SettingSources.distance($0, key) <= min(3, key.utf8.count / 2) ? " Did you mean \($0)?" : nil
            }
            ?? ""
        problems.append("\(place): \(key) is not a setting.\(hint) docs/configuration.md lists them all.")
    }

    /// Levenshtein's distance between two names.
    private static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}

/// The lines of a `.env` file.
enum EnvFile {
    enum Line: Equatable {
        case nothing
        case malformed
        case pair(String, String)
    }

    /// Reads `KEY=value`, also with `export` before it, quotes around the value, or a comment behind an unquoted one.
    static func parse(_ line: Substring) -> Line {
        var text = trim(line)
        guard !text.isEmpty, !text.hasPrefix("#") else { return .nothing }
        if text.hasPrefix("export ") { text = trim(text.dropFirst(7)) }
        guard let equals = text.firstIndex(of: "=") else { return .malformed }
        let key = trim(text[..<equals])
        guard !key.isEmpty, key.utf8.allSatisfy({ $0 == UInt8(ascii: "_") || isAlphanumeric($0) }) else {
            return .malformed
        }
        return .pair(String(key), value(trim(text[text.index(after: equals)...])))
    }

    private static func value(_ text: Substring) -> String {
        for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) {
            if let end = text.dropFirst().firstIndex(of: Character(quote)) {
                return String(text[text.index(after: text.startIndex)..<end])
            }
        }
        guard let comment = text.range(of: " #") else { return String(text) }
        return String(trim(text[..<comment.lowerBound]))
    }

    private static func trim(_ text: Substring) -> Substring {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...last]
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
