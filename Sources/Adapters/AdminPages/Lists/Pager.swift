import Application
import Domain
import HTTPTransport

/// The way to the pages before and after one.
struct Pager<Row: Sendable, Key: NamedSortKey> {
    let page: ListPage<Row, Key>
    let address: Address
    let language: Language

    var html: HTML {
        guard page.previous != nil || page.next != nil else { return .empty }
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
