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
    /// Whom the filters name.
    var question: ListQuestion?
    /// How rows are chosen; without it they cannot be.
    var bulk: BulkChoice<Row>?
    /// The token of forms.
    var csrf: HTML = .empty

    /// So many rows a page has.
    static var pageSize: Int { 50 }

    var html: HTML {
        """
        \(ErrorSummary(errors: errors, language: language).html)
        \(toolbar)
        <section data-live-region="list" data-announce="\(language(ListPhrase.shown(page?.rows.count ?? 0)))">
        \(chips)
        \(question?.choices(at: address, in: language) ?? .empty)
        \(rowsOrNothing)
        \(pager)
        </section>
        """
    }

    private var toolbar: HTML {
        let name = Field.ordering.name
        let ordering = address[name].map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" as HTML }
        return """
            <form class="toolbar" method="get" role="search" aria-label="\(title)" data-live="list">
            \(HTML.when(hasSearch, search))
            \(filters.map { control($0) })
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

    private func control(_ filter: ListFilter) -> HTML {
        filter.control(address[filter.field.name], naming: question?.people[filter.field], in: language)
    }

    /// The list from its beginning, with another value for a parameter.
    private func asking(_ name: String, _ value: String?) -> Address { address.with("cursor", nil).with(name, value) }

    private var chips: HTML {
        let chosen = filters.compactMap { filter in address[filter.field.name].map { (filter, $0) } }
        let chips = chosen.map { filter, value in
            """
            <li><a class="chip" href="\(asking(filter.field.name, nil))">\(language(filter.field)): \
            \(question?.people[filter.field]?.text ?? filter.text(value, in: language))\
            <span class="visually-hidden">, \(language(ListPhrase.remove))</span></a></li>
            """ as HTML
        }
        guard !chips.isEmpty else { return .empty }
        return "<ul class=\"chips\" aria-label=\"\(language(ListPhrase.filters))\">\(chips)</ul>"
    }

    private var rowsOrNothing: HTML {
        guard question?.isClear != false else { return .empty }
        guard let page, !page.rows.isEmpty else {
            return """
                <div class="card empty"><p>\(language(ListPhrase.nothingFound))</p>\
                <a class="button" href="\(address.bare)">\(language(ListPhrase.removeFilters))</a></div>
                """
        }
        return """
            \(formStart)
            \(listHead(of: page))
            \(bulk?.bar(in: language) ?? .empty)
            <div class="table-wrap" tabindex="0" role="region" aria-label="\(title)"><table class="stacking">
            <thead><tr>\(bulk?.head(in: language) ?? .empty)\(columns.map(head))</tr></thead>
            <tbody>\(page.rows.map(row))</tbody>
            </table></div>
            \(HTML.when(bulk != nil, "</form>"))
            """
    }

    private var formStart: HTML {
        guard let bulk else { return .empty }
        return """
            <form method="post" action="\(bulk.address)" data-bulk>\(csrf)\
            <input type="hidden" name="next" value="\(address)">
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
        return "<tr>\(bulk?.cell(of: row, in: language) ?? .empty)\(cells)</tr>"
    }

    private var pager: HTML { page.map { Pager(page: $0, address: address, language: language).html } ?? .empty }
}
