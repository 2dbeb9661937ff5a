package import Domain

/// Reads the members of a body by their declarations and collects everything that is wrong with them.
package struct BodyReader: Sendable {
    let members: JSONObject
    /// Whether the body is a form, in which nothing but text can be sent.
    let isForm: Bool
    /// Whether a member that was not sent keeps its value.
    let isChange: Bool
    package let today: CalendarDate
    /// What members are called.
    let dialect: Dialect
    package private(set) var check = FieldCheck()

    init(members: JSONObject, isForm: Bool, isChange: Bool, today: CalendarDate, dialect: Dialect = .usual) {
        self.members = members
        self.isForm = isForm
        self.isChange = isChange
        self.today = today
        self.dialect = dialect
    }

    /// A member that has a value in every record.
    ///
    /// - Parameter present: its value when it is not sent; without one it is the declaration's standard.
    /// - Returns: `nil` after noting what is wrong.
    package mutating func value<Declaration: FieldDeclaration>(
        _ declaration: Declaration, or present: Declaration.Value? = nil
    ) -> Declaration.Value? {
        guard let sent = sent(declaration) else {
            let value = present ?? declaration.standard
            if value == nil { check.refuse(declaration.field, .required) }
            return value
        }
        return read(sent, declaration)
    }

    /// A member that records may lack.
    ///
    /// - Parameter present: its value when it is not sent: the present one, or none.
    package mutating func optional<Declaration: FieldDeclaration>(
        _ declaration: Declaration, or present: Declaration.Value? = nil
    ) -> Declaration.Value? {
        guard let sent = sent(declaration) else {
            if declaration.isRequired, !isChange { check.refuse(declaration.field, .required) }
            return present
        }
        return read(sent, declaration)
    }

    /// Text that new records have to have and older ones may lack: it can be left blank only where it is blank already.
    mutating func onceKnown<Text>(_ declaration: TextField<Text>, or present: Text?) -> Text? {
        guard isChange, present == nil else { return value(declaration, or: present) }
        var optional = declaration
        optional.isRequired = false
        return self.optional(optional)
    }

    private mutating func read<Declaration: FieldDeclaration>(
        _ value: JSONValue, _ declaration: Declaration
    ) -> Declaration.Value? {
        guard value != .null else {
            if !declaration.allowsNull { check.refuse(declaration.field, .null) }
            return nil
        }
        let today = today
        return check.take(declaration.field) { () throws(FieldError.Reason) in
            try declaration.read(value, today: today)
        } ?? nil
    }

    /// What was sent; an empty text of a form means nothing where it can have no meaning.
    private func sent(_ declaration: some FieldDeclaration) -> JSONValue? {
        guard let value = members[dialect.name(of: declaration.field)] else { return nil }
        guard isForm, value == .string(""), !declaration.allowsBlank else { return value }
        if declaration.allowsNull { return .null }
        return declaration.isRequired ? value : nil
    }
}
