/// Something that is sent beside the body.
package struct Parameter: Sendable {
    /// Where it is sent.
    package enum Place: String, Sendable {
        case path, query, header
    }

    let name: String
    let place: Place
    let schema: Schema
    let help: String

    package init(_ name: String, in place: Place, _ schema: Schema, _ help: String) {
        self.name = name
        self.place = place
        self.schema = schema
        self.help = help
    }

    var isRequired: Bool { place == .path }
}
