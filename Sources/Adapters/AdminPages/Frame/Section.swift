import Domain

/// A card with its heading, and the way to all of what it shows a part of.
struct Section {
    let id: String
    let title: String
    /// Where all of it is.
    let all: Address?
    let language: Language

    func html(_ content: HTML) -> HTML {
        """
        <section class="card" aria-labelledby="\(id)"><div class="card-head"><h2 id="\(id)">\(title)</h2>\(link)</div>
        \(content)</section>
        """
    }

    private var link: HTML {
        guard let all else { return .empty }
        return """
            <div class="actions"><a class="button button-small button-quiet" href="\(all)">\
            \(language(FramePhrase.showAll))<span class="visually-hidden">: \(title)</span></a></div>
            """
    }
}
