import Application
import Domain

/// What one parameter of a list may be: declared once, for reading and for telling people.
protocol ParameterDeclaration<Value>: Sendable {
    associatedtype Value: Sendable

    var field: Field { get }
    var schema: Schema { get }
    /// A sentence for people.
    var help: String { get }

    /// Reads text that is not empty; `nil` after noting what is wrong.
    func read(_ text: String, _ check: inout FieldCheck) -> Value?
}

extension ParameterDeclaration {
    /// The parameter as the document shows it.
    var parameter: Parameter { Parameter(field.name, in: .query, schema, help) }
}

/// Text as sent.
struct TextParameter: ParameterDeclaration {
    let field: Field
    let help: String
    var schema: Schema { .text() }

    func read(_ text: String, _ check: inout FieldCheck) -> String? { text }
}

/// The words of a search, each once. Their number is limited, since each is looked for in every row.
struct WordsParameter: ParameterDeclaration {
    static let mostWords = 32

    let field = Field.search
    let help: String
    var schema: Schema { .text() }

    func read(_ text: String, _ check: inout FieldCheck) -> [String]? {
        var seen: Set<Substring> = []
        let words = text.split(whereSeparator: \.isWhitespace).filter { seen.insert($0).inserted }
        if words.count > WordsParameter.mostWords {
            check.refuse(field, .filterTooManyWords(maximum: WordsParameter.mostWords))
        }
        return words.map { String($0) }
    }
}

/// One of a few codes.
struct ChoiceParameter<Value: RawRepresentable & CaseIterable & Sendable>: ParameterDeclaration
where Value.RawValue == String {
    let field: Field
    let help: String
    var schema: Schema { .choice(Value.allCases.map(\.rawValue)) }

    func read(_ text: String, _ check: inout FieldCheck) -> Value? {
        guard let choice = Value(rawValue: text) else {
            check.refuse(field, .filterNotAChoice(text))
            return nil
        }
        return choice
    }
}

/// Yes or no.
struct BooleanParameter: ParameterDeclaration {
    let field: Field
    let help: String
    var schema: Schema { .boolean }

    func read(_ text: String, _ check: inout FieldCheck) -> Bool? {
        switch text {
        case "true", "True", "1": return true
        case "false", "False", "0": return false
        default:
            check.refuse(field, .filterNotAChoice(text))
            return nil
        }
    }
}

/// The number of another record.
struct ReferenceParameter<Kind>: ParameterDeclaration {
    let field: Field
    let help: String
    var schema: Schema { .identifier }

    func read(_ text: String, _ check: inout FieldCheck) -> ID<Kind>? {
        guard let number = Int64(text.trimmed), let id = ID<Kind>(number) else {
            check.refuse(field, .filterNoSuchRecord)
            return nil
        }
        return id
    }
}
