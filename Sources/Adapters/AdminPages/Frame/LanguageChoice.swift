import Domain

/// Buttons for the other languages.
struct LanguageChoice {
    let visit: Visit
    let csrf: String
    /// Where it goes on.
    let next: Address
    /// What was typed before the session ended, sealed.
    var draft: String?

    var html: HTML {
        let others = Language.allCases.filter { $0 != visit.language }
        let buttons = others.map {
            """
            <button class="button button-quiet button-small" name="language" value="\($0.rawValue)" \
            lang="\($0.rawValue)">\($0.ownName)</button>
            """ as HTML
        }
        return """
            <form method="post" action="/admin/language/" class="row">\
            <input type="hidden" name="csrf" value="\(csrf)">\
            <input type="hidden" name="next" value="\(next)">\
            \(draft.map(SignInForm.draftField) ?? .empty)\(buttons)</form>
            """
    }
}
