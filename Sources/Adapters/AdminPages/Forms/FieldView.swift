import Domain
import HTTPTransport

/// One field of a form, with its name, what is wrong with it, and an element to type into: one for each kind.
struct FieldView {
    let declaration: any FieldDeclaration
    let value: String
    /// What is wrong with it.
    let errors: [String]
    let language: Language
    /// What browsers may fill in.
    var autocomplete = "off"

    private var name: String { declaration.field.name }
    private var isWide: Bool { if case .longText = declaration.input { true } else { false } }

    var html: HTML {
        if declaration.input == .boolean { return choice }
        return """
            <div class="field\(HTML.when(isWide, " field-wide"))">
            <label for="\(name)">\(language(declaration.field))\(optional)</label>
            \(errorHTML)
            \(control)
            </div>
            """
    }

    private var optional: HTML {
        HTML.when(!declaration.isRequired, " <span class=\"optional\">\(language(FormPhrase.optional))</span>")
    }

    private var errorHTML: HTML {
        HTML.when(
            !errors.isEmpty, "<p class=\"field-error\" id=\"\(name)-error\">\(errors.joined(separator: " "))</p>")
    }

    /// What every element has, whatever its kind.
    private var attributes: HTML {
        let required = HTML.when(declaration.isRequired, " required")
        let invalid = HTML.when(!errors.isEmpty, " aria-invalid=\"true\" aria-describedby=\"\(name)-error\"")
        return "id=\"\(name)\" name=\"\(name)\"\(required)\(invalid)"
    }

    private var choice: HTML {
        """
        <div class="field choice">\(errorHTML)<input type="hidden" name="\(name)" value="false">\
        <input type="checkbox" \(attributes) value="true"\(HTML.when(value == "true", " checked"))>\
        <label for="\(name)">\(language(declaration.field))</label></div>
        """
    }

    private var control: HTML {
        switch declaration.input {
        case .text(let maximum): input("text", maximum)
        case .email(let maximum): input("email", maximum)
        case .telephone(let maximum): input("tel", maximum)
        case .password: "<input type=\"password\" \(attributes) autocomplete=\"\(autocomplete)\">"
        case .longText(let maximum):
            // The first line break after the tag is not part of the text.
            "<textarea \(attributes) rows=\"4\" maxlength=\"\(maximum)\">\n\(value)</textarea>"
        case .choice(let codes): select(codes)
        case .integer(let range):
            "<input type=\"number\" \(attributes) value=\"\(value)\" min=\"\(range.lowerBound)\" max=\"\(range.upperBound)\">"
        case .money: "<input \(attributes) value=\"\(value)\" inputmode=\"decimal\">"
        case .date: "<input type=\"date\" \(attributes) value=\"\(value)\">"
        case .time: "<input type=\"datetime-local\" \(attributes) value=\"\(value)\">"
        case .reference: "<input \(attributes) value=\"\(value)\" inputmode=\"numeric\">"
        case .boolean: .empty
        }
    }

    private func input(_ type: String, _ maximum: Int?) -> HTML {
        let limit = maximum.map { " maxlength=\"\($0)\"" as HTML } ?? .empty
        return "<input type=\"\(type)\" \(attributes) value=\"\(value)\"\(limit) autocomplete=\"\(autocomplete)\">"
    }

    private func select(_ codes: [String]) -> HTML {
        let options = codes.map {
            """
            <option value="\($0)"\(HTML.when($0 == value, " selected"))>\
            \(language.choice($0, of: declaration.field))</option>
            """ as HTML
        }
        let none: HTML = "<option value=\"\">\(language(declaration.isRequired ? FormPhrase.choose : .none))</option>"
        return "<select \(attributes)>\(HTML.when(declaration.standard == nil, none))\(options)</select>"
    }
}
