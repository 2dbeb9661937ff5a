/// An answer as it came over the wire.
struct TestAnswer: Sendable {
    struct Malformed: Error {}

    var status: Int
    var headers: [(name: String, value: String)]
    var body: [UInt8] = []

    init(head: String, fields: [(name: String, value: String)]) throws {
        let parts = head.split(separator: " ")
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), let status = Int(parts[1]) else { throw Malformed() }
        self.status = status
        headers = fields
    }

    /// The first header of that name, in any case.
    subscript(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }

    /// The body, when it is JSON and says so.
    var json: JSON? {
        guard let type = self["Content-Type"], type.hasPrefix("application/json") else { return nil }
        return JSON(body)
    }

    /// The text at a member of the body's object.
    func text(_ member: String) -> String? { json?[member]?.text }

    /// The number at a member of the body's object.
    func number(_ member: String) -> Int? { json?[member]?.number }
}
