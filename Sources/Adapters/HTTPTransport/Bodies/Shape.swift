/// How a record is answered: its members, each declared once, for writing and for telling people.
package struct Shape<Record>: Sendable {
    /// The schema's name in the document.
    let name: String
    /// Every member, in its order.
    let properties: [Schema.Property]
    /// Writes the members of a record where it lies: to copy one takes longer than to write half of it.
    private let writer: @Sendable (UnsafePointer<Record>, inout JSONWriter) -> Void

    /// The shape of a few parts, put together as the program starts.
    package init(_ name: String, _ parts: [Part]) {
        self.name = name
        properties = parts.flatMap(\.properties)
        // The writers by themselves: what is handed on for each record is as little as can be.
        let writers = parts.map(\.write)
        writer = { record, json in
            let shown = Shown(record.pointee)
            for write in writers { write(shown, &json) }
        }
    }

    /// The shape of a record that is written often: of its list of members the compiler makes one function.
    init<Members: MemberList>(_ name: String, _ members: Members.Type) where Members.Record == Record {
        var described = DescribedMembers<Record>()
        Members.walk(&described)
        self.name = name
        properties = described.properties
        let keys = described.keys
        writer = { record, json in Members.write(record, keys: keys, to: &json) }
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

    /// Writes records as the next elements.
    func write(_ records: [Record], to json: inout JSONWriter) {
        records.withUnsafeBufferPointer { records in
            guard let first = records.baseAddress else { return }
            for index in records.indices {
                json.beginObject()
                writer(first + index, &json)
                json.endObject()
            }
        }
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
    package var memberNames: [String] { properties.map(\.name) }

    func writeMembers(of record: Record, to json: inout JSONWriter) {
        withUnsafePointer(to: record) { writer($0, &json) }
    }

    /// What answers hold: every member, and no other.
    package var schema: Schema { Schema.object(properties).named(name) }
}

/// A record while it is written. In one place: handed to each part as it is, it would be copied for each.
final class Shown<Record> {
    let record: Record

    init(_ record: Record) { self.record = record }
}
