import Domain
import HTTPTransport

/// A field of a record in the form of somebody who may read it, but not write it.
struct ReadOnlyField {
    let declaration: any FieldDeclaration
    let value: String
    let language: Language

    var html: HTML {
        let text = ValueText(declaration: declaration, language: language).text(value)
        return """
            <div class="field"><span class="label">\(language(declaration.field))</span>\
            <span class="kept-lines">\(text.isEmpty ? "–" : text)</span></div>
            """
    }
}
