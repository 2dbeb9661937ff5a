/// A value that shows people what to send or to expect. Nobody in it exists.
package struct Example: Sendable {
    /// Unique among the examples of one body.
    let name: String
    let summary: String
    let value: JSONValue

    package init(_ name: String, _ summary: String, _ value: JSONValue) {
        self.name = name
        self.summary = summary
        self.value = value
    }
}
