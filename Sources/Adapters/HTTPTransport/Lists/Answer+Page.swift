package import Application
import Domain
import HTTPTypes
import NIOCore

extension Answer {
    /// A page of a list: `{"next", "previous", "results"}` when pages were asked for; else a bare array, with the
    /// addresses of its neighbours in `Link` (RFC 8288).
    private static func list<Row, Key: NamedSortKey>(
        _ page: ListPage<Row, Key>, at address: ListAddress, _ write: (inout JSONWriter, [Row]) -> Void
    ) -> Answer {
        var answer = json(capacity: capacity(of: page.rows.count)) { json in
            json.beginList(page, at: address)
            write(&json, page.rows)
            json.endList(at: address)
        }
        answer.headers[.link] = address.links(of: page)
        return answer
    }

    /// The same for a page that may come in parts: none of them is read here.
    package static func list<Row, Key: NamedSortKey>(
        _ reading: ListReading<Row, Key>, at address: ListAddress,
        _ write: @escaping @Sendable (inout JSONWriter, Row) -> Void
    ) -> Answer {
        list(reading, at: address, writing: { $0.elements($1, write) })
    }

    /// The same where rows are records.
    package static func list<Row, Key: NamedSortKey>(
        _ reading: ListReading<Row, Key>, at address: ListAddress, as shape: Shape<Row>
    ) -> Answer {
        list(reading, at: address, writing: { shape.write($1, to: &$0) })
    }

    private static func list<Row, Key: NamedSortKey>(
        _ reading: ListReading<Row, Key>, at address: ListAddress,
        writing write: @escaping @Sendable (inout JSONWriter, [Row]) -> Void
    ) -> Answer {
        switch reading {
        case .whole(let page): return list(page, at: address, write)
        case .parts(let list):
            let beginning = ByteBuffer.json { $0.beginList(list.page, at: address) }
            let end = ByteBuffer.json { $0.endList(at: address) }
            var answer = parts(of: list, beginning: beginning, end: end, write)
            answer.headers[.link] = address.links(of: list.page)
            return answer
        }
    }
}

extension Answer {
    /// A list in parts that is the last member of an object.
    ///
    /// - Parameter frame: writes the object with no rows.
    package static func parts<Row, Key>(
        of list: ListParts<Row, Key>, in frame: (inout JSONWriter) -> Void,
        _ write: @escaping @Sendable (inout JSONWriter, Row) -> Void
    ) -> Answer {
        var beginning = ByteBuffer.json(frame)
        // The rows stand before the ends of list and object.
        beginning.moveWriterIndex(to: max(0, beginning.writerIndex - 2))
        return parts(of: list, beginning: beginning, end: ByteBuffer(string: "]}")) { $0.elements($1, write) }
    }

    /// Rows in parts.
    ///
    /// - Parameters:
    ///   - beginning: what stands before the first row.
    ///   - end: what stands behind the last one.
    private static func parts<Row, Key>(
        of list: ListParts<Row, Key>, beginning: ByteBuffer, end: ByteBuffer,
        _ write: @escaping @Sendable (inout JSONWriter, [Row]) -> Void
    ) -> Answer {
        let sizes = (0..<list.count).map { list.bytes($0) * JSONWriter.mostBytesOfOne }
        var answer = Answer(status: .ok, headers: [.contentType: "application/json"])
        answer.rest = AnswerParts(sizes, beginning: beginning, end: end) { index throws(Failure) in
            let rows = try await list.rows(index)
            return ByteBuffer.json(capacity: capacity(of: rows.count)) { write(&$0, rows) }
        }
        return answer
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
