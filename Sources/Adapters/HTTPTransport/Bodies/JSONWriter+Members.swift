extension JSONWriter {
    /// Writes a member whose value is text.
    ///
    /// - Parameter name: as for `key(_:)`, in all of these: plain ASCII.
    package mutating func member(_ name: StaticString, _ text: String) {
        key(name)
        value(text)
    }

    /// Writes a member whose value is text or null.
    mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        if let text { value(text) } else { null() }
    }

    package mutating func member(_ name: StaticString, _ number: Int64) {
        key(name)
        value(number)
    }

    mutating func member(_ name: StaticString, _ number: Int64?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    mutating func member(_ name: StaticString, _ number: Int) {
        key(name)
        value(number)
    }

    mutating func member(_ name: StaticString, _ number: Int?) {
        key(name)
        if let number { value(number) } else { null() }
    }

    package mutating func member(_ name: StaticString, _ truth: Bool) {
        key(name)
        value(truth)
    }

    /// Writes a member whose value is JSON already.
    mutating func member(_ name: StaticString, raw json: [UInt8]) {
        key(name)
        value(raw: json)
    }

    /// Writes a member whose value is JSON already.
    mutating func member(_ name: StaticString, raw json: StaticString) {
        key(name)
        value(raw: json)
    }
}
