import Domain
import HTTPTransport

/// All that is wrong with a form, on top of it, each with a link to its field.
struct ErrorSummary {
    let errors: [FieldError]
    var conflict: Conflict?
    let language: Language

    var html: HTML {
        guard !errors.isEmpty || conflict != nil else { return .empty }
        let lines = errors.map { error in
            """
            <li><a href="#\(error.field.name)">\(language(error.field)): \(language(error.reason))</a></li>
            """ as HTML
        }
        let rule = conflict.map { "<li>\(language($0))</li>" as HTML }
        let all = lines + [rule].compactMap(\.self)
        return """
            <div class="error-summary" role="alert" tabindex="-1" id="errors">
            <h2>\(language(FormPhrase.errors(all.count)))</h2>
            <ul>\(all)</ul>
            </div>
            """
    }
}
