package import Application
package import Domain
import HTTPTypes
import NIOCore

extension Answer {
    /// A page of a list: `{"next", "previous", "results"}` when pages were asked for; else a bare array, with the
    /// addresses of its neighbours in `Link` (RFC 8288).
    package static func list<Row, Key: NamedSortKey>(
        _ page: ListPage<Row, Key>, at address: ListAddress, _ write: (inout JSONWriter, Row) -> Void
    ) -> Answer {
        var answer = json(capacity: capacity(of: page.rows.count)) { json in
            json.beginList(page, at: address)
            json.elements(page.rows, write)
            json.endList(at: address)
        }
        answer.headers[.link] = address.links(of: page)
        return answer
    }

    /// The same for a page that may come in parts: only the first is read here.
    package static func list<Row, Key: NamedSortKey>(
        _ reading: ListReading<Row, Key>, at address: ListAddress,
        _ write: @escaping @Sendable (inout JSONWriter, Row) -> Void
    ) async throws(Failure) -> Answer {
        switch reading {
        case .whole(let page): return list(page, at: address, write)
        case .parts(let list):
            let beginning = ByteBuffer.json { $0.beginList(list.page, at: address) }
            let end = ByteBuffer.json { $0.endList(at: address) }
            var parts = AnswerParts(list.count, beginning: beginning, end: end) { index throws(Failure) in
                let rows = try await list.rows(index)
                return ByteBuffer.json(capacity: capacity(of: rows.count)) { $0.elements(rows, write) }
            }
            var answer = Answer(status: .ok, headers: [.contentType: "application/json"])
            answer.headers[.link] = address.links(of: list.page)
            answer.body = try await parts.next() ?? ByteBuffer()
            answer.rest = parts
            return answer
        }
    }
}

extension JSONWriter {
    /// Begins an answer up to its first row.
    fileprivate mutating func beginList<Row, Key: NamedSortKey>(_ page: ListPage<Row, Key>, at address: ListAddress) {
        if address.isPaged {
            beginObject()
            if let count = page.count { member("count", count) }
            member("next", address.next(of: page))
            member("previous", address.previous(of: page))
            key("results")
        }
        beginArray()
    }

    /// Ends it behind its last row.
    fileprivate mutating func endList(at address: ListAddress) {
        endArray()
        if address.isPaged { endObject() }
    }
}

extension ListAddress {
    fileprivate func next<Row, Key: NamedSortKey>(of page: ListPage<Row, Key>) -> String? {
        page.next.map { at(Cursor.text(for: $0)) }
    }

    fileprivate func previous<Row, Key: NamedSortKey>(of page: ListPage<Row, Key>) -> String? {
        page.previous.map { at(Cursor.text(for: $0)) }
    }

    /// The neighbours of a page that has no place for them in its body.
    fileprivate func links<Row, Key: NamedSortKey>(of page: ListPage<Row, Key>) -> String? {
        guard !isPaged else { return nil }
        let links = [
            next(of: page).map { "<\($0)>; rel=\"next\"" }, previous(of: page).map { "<\($0)>; rel=\"prev\"" },
        ]
        let link = links.compactMap(\.self).joined(separator: ", ")
        return link.isEmpty ? nil : link
    }
}

extension HTTPField.Name {
    /// RFC 8288, 3.
    static let link: HTTPField.Name = {
        guard let name = HTTPField.Name("Link") else { preconditionFailure("This is a token (RFC 9110, 5.1).") }
        return name
    }()
}
