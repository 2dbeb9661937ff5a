/// The members of a JSON object, or of a form, in the order in which they were sent.
package struct JSONObject: Equatable, Sendable {
    /// Every member, those that a later one of the same name overrides too.
    package var members: [(name: String, value: JSONValue)]

    package init(_ members: [(name: String, value: JSONValue)] = []) {
        self.members = members
    }

    /// The value of the last member of this name; names are compared byte by byte.
    package subscript(name: String) -> JSONValue? {
        // Equal text of equal length in UTF-8: keeps out the look-alikes that Swift holds equal, such as the Kelvin sign.
        members.last { $0.name.utf8.count == name.utf8.count && $0.name == name }?.value
    }

    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members.elementsEqual(right.members) { $0.name == $1.name && $0.value == $1.value }
    }
}
