import Domain
import HTTPTransport

/// What stands now beside what was typed, where they differ.
struct DifferenceTable {
    let fields: [any FieldDeclaration]
    let present: FormValues
    let typed: FormValues
    let language: Language

    var html: HTML {
        let rows = fields.filter { present[$0.field] != typed[$0.field] }.map { row($0) }
        return """
            <div class="table-wrap"><table class="difference">
            <thead><tr><th scope="col">\(language(FormPhrase.field))</th>\
            <th scope="col">\(language(FormPhrase.standsNow))</th>\
            <th scope="col">\(language(FormPhrase.youTyped))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func row(_ declaration: any FieldDeclaration) -> HTML {
        """
        <tr class="changed"><th scope="row">\(language(declaration.field))</th>\
        <td class="kept-lines">\(shown(present, declaration))</td>\
        <td class="kept-lines">\(shown(typed, declaration))</td></tr>
        """
    }

    private func shown(_ values: FormValues, _ declaration: any FieldDeclaration) -> String {
        ValueText(declaration: declaration, language: language).text(values[declaration.field])
    }
}
