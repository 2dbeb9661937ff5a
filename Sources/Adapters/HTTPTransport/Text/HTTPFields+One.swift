import HTTPTypes

extension HTTPFields {
    /// What the subscript gives, without a copy where there is one field of the name, as nearly always.
    subscript(one name: HTTPField.Name) -> String? {
        var found: String?
        for field in self where field.name == name {
            guard found == nil else { return self[name] }
            found = field.value
        }
        return found
    }
}
