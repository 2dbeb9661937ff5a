import Domain

/// The question whether something is to be done to these records.
struct BulkForm {
    let address: Address
    /// What its button sends.
    let deed: String
    let label: String
    let isDangerous: Bool
    let rows: [BulkRow]
    /// Where it goes on afterwards.
    let next: Address

    func html(_ request: PageRequest) -> HTML {
        let say = request.language
        let look: HTML = isDangerous ? "button-danger" : "button-primary"
        return """
            <p>\(say(BulkPhrase.once))</p>
            <form class="form" method="post" action="\(address)">
            \(request.csrfField)
            <input type="hidden" name="next" value="\(next)">
            <input type="hidden" name="confirmed" value="yes">
            <ul>\(rows.map(line))</ul>
            <div class="form-end"><button class="button \(look)" name="action" value="\(deed)">\
            \(label) (\(rows.count))</button>\
            <a class="button button-quiet" href="\(next)">\(say(FormPhrase.cancel))</a></div>
            </form>
            """
    }

    private func line(_ row: BulkRow) -> HTML {
        """
        <li>\(row.name) \(row.about)<input type="hidden" name="id" value="\(row.number)">\
        <input type="hidden" name="version-\(row.number)" value="\(row.version.microseconds)"></li>
        """
    }
}
