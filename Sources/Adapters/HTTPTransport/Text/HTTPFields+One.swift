import HTTPTypes

extension HTTPFields {
    /// What the subscript gives, without a copy where there is one field of the name, as nearly always.
    subscript(one name: HTTPField.Name) -> String? {
        var found: String?
        // By positions: a field that is another's is not copied.
        for index in indices where self[index].name == name {
            guard found == nil else { return self[name] }
            found = self[index].value
        }
        return found
    }
}
