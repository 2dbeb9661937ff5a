/// Markup. It is made of literals and of what is put into them: text is escaped there, and only markup stays as it is, so
/// that nothing that somebody typed can become markup.
///
/// Values of attributes stand in double quotes.
struct HTML: Sendable, ExpressibleByStringInterpolation {
    private(set) var text: String

    init(stringLiteral value: StaticString) { text = value.description }

    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    private init(joined text: String) { self.text = text }

    static let empty: HTML = ""

    var isEmpty: Bool { text.isEmpty }

    /// The markup where the condition holds, else none.
    static func when(_ condition: Bool, _ html: @autoclosure () -> HTML) -> HTML { condition ? html() : empty }

    static func + (left: HTML, right: HTML) -> HTML { HTML(joined: left.text + right.text) }

    /// Pieces of markup and of text, one after the other.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

        /// Text that somebody may have typed.
        mutating func appendInterpolation(_ typed: String) { HTML.escape(typed, into: &text) }

        mutating func appendInterpolation(_ html: HTML) { text += html.text }

        mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { text += part.text } }

        mutating func appendInterpolation(_ number: some BinaryInteger) { text += String(number) }

        mutating func appendInterpolation(_ address: Address) { HTML.escape(address.text, into: &text) }
    }

    /// Text as it stands between tags and between quotation marks (WHATWG HTML, 13.1.1.2 and 13.1.2.3). NUL, which no
    /// document may hold, is left out.
    private static func escape(_ typed: String, into text: inout String) {
        for scalar in typed.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\0": continue
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension [HTML] {
    /// All of them with something in between.
    func joined(_ separator: HTML) -> HTML {
        dropFirst().reduce(first ?? .empty) { $0 + separator + $1 }
    }
}
