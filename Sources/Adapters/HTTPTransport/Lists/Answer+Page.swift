package import Application
import HTTPTypes

extension Answer {
    /// A page of a list: `{"next", "previous", "results"}` when pages were asked for; else a bare array, with the
    /// addresses of its neighbours in `Link` (RFC 8288).
    package static func list<Row, Key: NamedSortKey>(
        _ page: ListPage<Row, Key>, at address: ListAddress, _ write: (inout JSONWriter, Row) -> Void
    ) -> Answer {
        let next = page.next.map { address.at(Cursor.text(for: $0)) }
        let previous = page.previous.map { address.at(Cursor.text(for: $0)) }
        guard address.isPaged else {
            var answer = list(page.rows, write)
            let links = [next.map { "<\($0)>; rel=\"next\"" }, previous.map { "<\($0)>; rel=\"prev\"" }]
            let link = links.compactMap(\.self).joined(separator: ", ")
            if !link.isEmpty { answer.headers[.link] = link }
            return answer
        }
        return json(capacity: capacity(of: page.rows.count)) { json in
            json.beginObject()
            if let count = page.count { json.member("count", count) }
            json.member("next", next)
            json.member("previous", previous)
            json.key("results")
            json.array(of: page.rows, write)
            json.endObject()
        }
    }
}

extension HTTPField.Name {
    /// RFC 8288, 3.
    static let link: HTTPField.Name = {
        guard let name = HTTPField.Name("Link") else { preconditionFailure("This is a token (RFC 9110, 5.1).") }
        return name
    }()
}
