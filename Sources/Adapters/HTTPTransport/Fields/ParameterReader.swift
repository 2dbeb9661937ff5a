import Application
import Domain

/// Reads the parameters of a list and collects everything that is wrong with them. An empty value is no condition.
struct ParameterReader: Sendable {
    let parameters: QueryParameters
    var check = FieldCheck()

    init(_ parameters: QueryParameters) { self.parameters = parameters }

    /// Text as sent.
    func text(_ field: Field) -> String? {
        guard let text = parameters[field.name], !text.isEmpty else { return nil }
        return text
    }

    /// The words of a search, each once. Their number is limited, since each is looked for in every row.
    mutating func words(_ field: Field) -> [String] {
        var seen: Set<Substring> = []
        let words = (text(field) ?? "").split(whereSeparator: \.isWhitespace).filter { seen.insert($0).inserted }
        if words.count > ParameterReader.mostWords {
            check.refuse(field, .filterTooManyWords(maximum: ParameterReader.mostWords))
        }
        return words.map { String($0) }
    }

    private static let mostWords = 32

    /// One of a few codes.
    mutating func choice<Choice: RawRepresentable>(
        _ field: Field, _ type: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(field) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            check.refuse(field, .filterNotAChoice(text))
            return nil
        }
        return choice
    }

    mutating func boolean(_ field: Field) -> Bool? {
        guard let text = text(field) else { return nil }
        switch text {
        case "true", "True", "1": return true
        case "false", "False", "0": return false
        default:
            check.refuse(field, .filterNotAChoice(text))
            return nil
        }
    }

    mutating func id<Kind>(_ field: Field, _ type: ID<Kind>.Type = ID<Kind>.self) -> ID<Kind>? {
        guard let text = text(field) else { return nil }
        guard let number = Int64(text.trimmed), let id = ID<Kind>(number) else {
            check.refuse(field, .filterNoSuchRecord)
            return nil
        }
        return id
    }

    mutating func date(_ field: Field) -> CalendarDate? {
        guard let text = text(field) else { return nil }
        guard let date = CalendarDate(text.trimmed) else {
            check.refuse(field, .filterNotADate)
            return nil
        }
        return date
    }

    mutating func instant(_ field: Field) -> Instant? {
        guard let text = text(field) else { return nil }
        guard let instant = InstantText.parse(text.trimmed) else {
            check.refuse(field, .filterNotATime)
            return nil
        }
        return instant
    }

    /// The keys of `ordering=a,-b`.
    mutating func ordering<Key>(_ names: [String: Key]) -> [Ordering<Key>] {
        var orderings: [Ordering<Key>] = []
        for part in (text(.ordering) ?? "").split(separator: ",") {
            let sent = String(part).trimmed
            let descending = sent.hasPrefix("-")
            if let key = names[descending ? String(sent.dropFirst()) : sent] {
                orderings.append(Ordering(key, descending: descending))
            } else {
                check.refuse(.ordering, .filterNotAChoice(sent))
            }
        }
        return orderings
    }
}
