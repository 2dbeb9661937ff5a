import Application
import Domain
import HTTPTransport

/// A list with its search, its filters, and the way to its other pages. All that is chosen stands in the address, under
/// the names of the API's parameters.
struct ListPageView<Row: Sendable, Key: NamedSortKey> {
    let address: Address
    let language: Language
    /// The name of the list.
    let title: String
    let filters: [ListFilter]
    let columns: [ListColumn<Row, Key>]
    /// What was found; `nil` when the parameters were wrong.
    let page: ListPage<Row, Key>?
    var errors: [FieldError] = []
    /// Whether it can be searched by words.
    var hasSearch = true
    /// The number by which a row is chosen for something that is done to many, and what it is called; without it rows
    /// cannot be chosen.
    var choice: (@Sendable (Row) -> (id: Int64, name: String))?
    /// Buttons for what is done to the rows that were chosen: `<button name="action" value="…">`.
    var bulk: [HTML] = []

    /// So many rows a page has.
    static var pageSize: Int { 50 }

    var html: HTML {
        """
        \(ErrorSummary(errors: errors, language: language).html)
        \(toolbar)
        <section data-live-region="list" data-announce="\(language(ListPhrase.shown(page?.rows.count ?? 0)))">
        \(chips)
        \(rowsOrNothing)
        \(pager)
        </section>
        """
    }

    private var toolbar: HTML {
        let name = Field.ordering.name
        let ordering = address[name].map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" as HTML }
        return """
            <form class="toolbar" method="get" role="search" data-live="list">
            \(HTML.when(hasSearch, search))
            \(filters.map { $0.control(address[$0.field.name], in: language) })
            \(ordering ?? .empty)
            <button class="button" data-live-button>\(language(ListPhrase.search))</button>
            </form>
            """
    }

    private var search: HTML {
        """
        <div class="field search"><label for="search">\(language(ListPhrase.search))</label>\
        <input id="search" name="search" type="search" value="\(address["search"] ?? "")" data-key="/" \
        aria-keyshortcuts="/" autocomplete="off"></div>
        """
    }

    /// The list from its beginning, with another value for a parameter.
    private func asking(_ name: String, _ value: String?) -> Address { address.with("cursor", nil).with(name, value) }

    private var chips: HTML {
        let chosen = filters.compactMap { filter in address[filter.field.name].map { (filter, $0) } }
        let chips = chosen.map { filter, value in
            """
            <li><a class="chip" href="\(asking(filter.field.name, nil))">\(language(filter.field)): \
            \(filter.text(value, in: language))\
            <span class="visually-hidden">, \(language(ListPhrase.remove))</span></a></li>
            """ as HTML
        }
        guard !chips.isEmpty else { return .empty }
        return "<ul class=\"chips\" aria-label=\"\(language(ListPhrase.filters))\">\(chips)</ul>"
    }

    private var rowsOrNothing: HTML {
        guard let page, !page.rows.isEmpty else {
            return """
                <div class="card empty"><p>\(language(ListPhrase.nothingFound))</p>\
                <a class="button" href="\(address.bare)">\(language(ListPhrase.removeFilters))</a></div>
                """
        }
        return """
            \(listHead(of: page))
            <div class="table-wrap" tabindex="0" role="region" aria-label="\(title)"><table class="stacking">
            <thead><tr>\(columns.map(head))</tr></thead>
            <tbody>\(page.rows.map(row))</tbody>
            </table></div>
            """
    }

    private func listHead(of page: ListPage<Row, Key>) -> HTML {
        """
        <div class="list-head"><p class="count">\(language(ListPhrase.shown(page.rows.count)))</p>\
        <div class="actions last"><a class="button button-small" href="\(asking("format", "csv"))">\
        \(language(ListPhrase.csv))</a></div></div>
        """
    }

    private func head(_ column: ListColumn<Row, Key>) -> HTML {
        guard let key = column.key else { return "<th scope=\"col\">\(language.text(column.title))</th>" }
        let present = address[Field.ordering.name]
        let isUp = present == key.name
        let sorted: HTML =
            isUp ? " aria-sort=\"ascending\"" : present == "-" + key.name ? " aria-sort=\"descending\"" : ""
        let next = asking(Field.ordering.name, (isUp ? "-" : "") + key.name)
        return "<th scope=\"col\"\(sorted)><a href=\"\(next)\">\(language.text(column.title))</a></th>"
    }

    private func row(_ row: Row) -> HTML {
        let cells = columns.map { column in
            column.isHead
                ? "<th scope=\"row\">\(column.cell(row, language))</th>"
                : "<td data-label=\"\(language.text(column.title))\">\(column.cell(row, language))</td>" as HTML
        }
        return "<tr>\(cells)</tr>"
    }

    private var pager: HTML {
        guard let page, page.previous != nil || page.next != nil else { return .empty }
        let links = [(page.previous, "prev", ListPhrase.previous), (page.next, "next", .next)].compactMap {
            position, relation, phrase in
            position.map {
                """
                <a class="button" rel="\(relation)" href="\(address.with("cursor", $0.cursor))">\(language(phrase))</a>
                """ as HTML
            }
        }
        return "<nav class=\"pager\" aria-label=\"\(language(ListPhrase.pages))\">\(links)</nav>"
    }
}
