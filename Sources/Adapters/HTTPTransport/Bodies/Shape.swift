/// How a record is answered: its members, each declared once, for writing and for telling people.
package struct Shape<Record>: Sendable {
    /// The schema's name in the document.
    let name: String
    let parts: [Part]
    /// Those of the parts, by themselves: what is handed on for each record is as little as can be.
    private let writers: [@Sendable (Shown<Record>, inout JSONWriter) -> Void]

    package init(_ name: String, _ parts: [Part]) {
        self.name = name
        self.parts = parts
        writers = parts.map(\.write)
    }

    /// One member, or a run of them.
    package struct Part: Sendable {
        let properties: [Schema.Property]
        let write: @Sendable (Shown<Record>, inout JSONWriter) -> Void
    }

    /// Writes a record as the next element, the value of the last key, or the whole text.
    package func write(_ record: Record, to json: inout JSONWriter) {
        json.beginObject()
        writeMembers(of: record, to: &json)
        json.endObject()
    }

    /// What a record has in each member, as answers write it.
    package func values(of record: Record) -> JSONObject {
        var json = JSONWriter()
        write(record, to: &json)
        // What the writer writes, the parser reads.
        guard case .object(let members)? = try? JSONParser.parse(json.bytes) else { return JSONObject() }
        return members
    }

    /// The names of the members, in their order.
    package var memberNames: [String] { parts.flatMap(\.properties).map(\.name) }

    func writeMembers(of record: Record, to json: inout JSONWriter) {
        let shown = Shown(record)
        for write in writers { write(shown, &json) }
    }

    /// What answers hold: every member, and no other.
    package var schema: Schema { Schema.object(parts.flatMap(\.properties)).named(name) }
}

/// A record while it is written. In one place: handed to each part as it is, it would be copied for each.
final class Shown<Record> {
    let record: Record

    init(_ record: Record) { self.record = record }
}
