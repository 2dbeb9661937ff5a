import Domain

/// The title of a page, what can be done there, and where it is.
struct PageHead {
    let title: HTML
    /// Links and buttons.
    var actions: [HTML] = []
    /// The pages above, from the top.
    var trail: [(address: Address, text: String)] = []

    func html(in language: Language) -> HTML {
        """
        \(trailHTML(in: language))
        <div class="page-head"><h1>\(title)</h1>\
        \(HTML.when(!actions.isEmpty, "<div class=\"actions\">\(actions)</div>"))</div>
        """
    }

    private func trailHTML(in language: Language) -> HTML {
        guard !trail.isEmpty else { return .empty }
        let links = trail.map { "<li><a href=\"\($0.address)\">\($0.text)</a></li>" as HTML }
        return """
            <nav class="trail" aria-label="\(language(FramePhrase.youAreHere))"><ol>\(links)<li>\(title)</li></ol></nav>
            """
    }
}
