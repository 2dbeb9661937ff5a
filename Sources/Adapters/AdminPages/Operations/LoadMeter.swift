import Domain

/// How much of something is busy: a bar, and the same in words.
struct LoadMeter {
    let id: String
    let name: String
    let busy: Int
    let most: Int
    let waiting: Int
    let language: Language

    /// Three cells of a `dl.measure`.
    var html: HTML {
        """
        <dt id="\(id)">\(name)</dt><dd><meter min="0" max="\(max(1, most))" value="\(min(busy, most))" \
        aria-labelledby="\(id)"></meter></dd><dd>\(language(OperationsPhrase.busy(busy, of: most, waiting: waiting)))</dd>
        """
    }
}
