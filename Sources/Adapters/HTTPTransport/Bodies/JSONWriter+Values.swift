extension JSONWriter {
    /// Writes text, escaped, as the next element or the value of the last key.
    package mutating func value(_ text: String) {
        separate()
        append(quoting: text)
    }

    mutating func value(_ number: Int64) {
        separate()
        append(decimal: number.magnitude, isNegative: number < 0)
    }

    mutating func value(_ number: Int) {
        value(Int64(number))
    }

    mutating func value(_ truth: Bool) {
        value(raw: truth ? "true" : "false")
    }

    mutating func null() {
        value(raw: "null")
    }

    /// Writes text that is JSON already.
    mutating func value(raw json: StaticString) {
        separate()
        append(unescaped: UnsafeBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
    }

    /// Writes bytes that are JSON already, such as a record that another writer wrote.
    mutating func value(raw json: [UInt8]) {
        separate()
        append(unescaped: json)
    }

    /// Writes a value as it was read; members of one name are all written.
    mutating func value(_ json: JSONValue) {
        switch json {
        case .null: null()
        case .bool(let truth): value(truth)
        case .integer(let text), .float(let text): value(raw: Array(text.utf8))
        case .string(let text): value(text)
        case .array(let elements):
            beginArray()
            for element in elements { value(element) }
            endArray()
        case .object(let object):
            beginObject()
            for member in object.members {
                key(named: member.name)
                value(member.value)
            }
            endObject()
        }
    }

    /// Writes an array of elements.
    mutating func array<Element>(of elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
        beginArray()
        self.elements(elements, write)
        endArray()
    }

    /// Writes elements, each as it lies in theirs: to copy a record takes longer than to write half of it.
    mutating func elements<Element>(_ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
        for index in elements.indices { write(&self, elements[index]) }
    }

    /// Writes the digits of a number, with a minus sign before it where asked for.
    mutating func append(decimal magnitude: UInt64, isNegative: Bool = false) {
        append(atMost: 21) { text in
            if isNegative { text.append(UInt8(ascii: "-")) }
            text.append(magnitude)
        }
    }
}
