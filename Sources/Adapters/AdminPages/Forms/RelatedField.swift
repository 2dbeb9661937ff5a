import Domain
import HTTPTransport

/// A field that names another record: by its number, or found by typing.
struct RelatedField: Sendable {
    /// A record that may be meant.
    struct Choice: Sendable {
        let number: Int64
        let name: String
        /// What distinguishes it from others of that name.
        let marks: String
    }

    /// Where the script asks for what is typed.
    let source: Address
    /// The record that is named now.
    var chosen: Choice?
    /// What was found for a text that names no record; to be chosen from.
    var found: [Choice] = []
    /// Whether there is more than was found.
    var isCut = false
}

/// A related field of a form.
struct RelatedFieldView {
    let declaration: any FieldDeclaration
    let related: RelatedField
    let value: String
    let errors: [String]
    let language: Language

    private var name: String { declaration.field.name }

    var html: HTML {
        guard related.found.isEmpty else { return choices }
        let errorID: HTML = HTML.when(!errors.isEmpty, " \(name)-error")
        return """
            <div class="field related" data-related data-source="\(related.source)">
            <label for="\(name)">\(language(declaration.field))</label>
            <p class="hint" id="\(name)-hint">\(language(AppointmentPhrase.hint))</p>
            \(errorHTML)
            <input id="\(name)" name="\(name)" value="\(value)"\(HTML.when(declaration.isRequired, " required")) \
            autocomplete="off" aria-describedby="\(name)-hint\(errorID)"\
            \(HTML.when(!errors.isEmpty, " aria-invalid=\"true\""))\(chosenAttributes)>
            \(chosen)
            </div>
            """
    }

    private var errorHTML: HTML {
        HTML.when(
            !errors.isEmpty, "<p class=\"field-error\" id=\"\(name)-error\">\(errors.joined(separator: " "))</p>")
    }

    private var chosenAttributes: HTML {
        guard let chosen = related.chosen else { return .empty }
        return " data-text=\"\(chosen.name)\" data-detail=\"\(chosen.marks)\""
    }

    private var chosen: HTML {
        related.chosen.map { "<p class=\"related-chosen\">\(person($0))</p>" } ?? .empty
    }

    private var choices: HTML {
        let radios = related.found.map { choice in
            """
            <div class="choice"><input type="radio" id="\(name)-\(choice.number)" name="\(name)" \
            value="\(choice.number)" required><label for="\(name)-\(choice.number)">\(person(choice))</label></div>
            """ as HTML
        }
        return """
            <fieldset class="plain field-wide" id="\(name)"><legend>\(language(declaration.field)): \
            \(language(AppointmentPhrase.which))</legend>\(errorHTML)\(radios)\
            \(HTML.when(related.isCut, "<p class=\"hint\">\(language(AppointmentPhrase.tooMany))</p>"))</fieldset>
            """
    }

    private func person(_ choice: RelatedField.Choice) -> HTML {
        """
        <span class="person"><span class="person-name">\(choice.name)</span> \
        <span class="person-marks">\(choice.marks)</span></span>
        """
    }
}
