import Domain
import HTTPTransport

/// What a record has in some of its fields, those left blank left out.
struct FactList {
    let fields: [any FieldDeclaration]
    let values: FormValues
    let language: Language

    /// Whether there is nothing to tell.
    var isEmpty: Bool { fields.allSatisfy { values[$0.field].isEmpty } }

    var html: HTML {
        let facts = fields.filter { !values[$0.field].isEmpty }.map { declaration in
            let text = ValueText(declaration: declaration, language: language).text(values[declaration.field])
            return "<div><dt>\(language(declaration.field))</dt><dd class=\"kept-lines\">\(text)</dd></div>" as HTML
        }
        return "<dl class=\"facts\">\(facts)</dl>"
    }
}
