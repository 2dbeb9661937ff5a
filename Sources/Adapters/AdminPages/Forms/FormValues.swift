import Domain
import HTTPTransport

/// What the fields of a form hold, as text by the names of members.
struct FormValues: Equatable, Sendable {
    private var texts: [String: String] = [:]

    init() {}

    /// What somebody typed.
    init(_ form: [FormPair]) {
        for pair in form { texts[pair.name] = pair.text }
    }

    /// What a record has, as its answers write it; times as the clinic's clocks show them.
    init<Record>(_ record: Record, _ shape: Shape<Record>, _ fields: [any FieldDeclaration], in time: ClinicTime) {
        let values = shape.values(of: record)
        for field in fields {
            let text = values[field.field.name].map(FormValues.text) ?? ""
            texts[field.field.name] = field.input == .time ? time.shown(text) : text
        }
    }

    subscript(field: Field) -> String {
        get { texts[field.name] ?? "" }
        set { texts[field.name] = newValue }
    }

    /// What a form sends for a value of an answer.
    static func text(_ value: JSONValue) -> String {
        switch value {
        case .string(let text), .integer(let text), .float(let text): text
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .array(let values): values.map(text).joined(separator: " ")
        case .null, .object: ""
        }
    }
}

extension ClinicTime {
    /// A time of an answer as a form's field holds it.
    fileprivate func shown(_ text: String) -> String { InstantText.parse(text).map { local($0).text } ?? text }

    /// A form in which times that the clinic's clocks show are written as the API reads them.
    func read(_ form: [FormPair], _ fields: [any FieldDeclaration]) -> [FormPair] {
        let times = Set(fields.filter { $0.input == .time }.map(\.field.name))
        return form.map { pair in
            guard times.contains(pair.name), let local = LocalTime(pair.text) else { return pair }
            let instant = instant(local)
            let utc = LocalTime(date: instant.date, minute: Int(instant.timeOfDay / 60_000_000))
            return FormPair(pair.name, utc.text + ":00Z")
        }
    }
}
