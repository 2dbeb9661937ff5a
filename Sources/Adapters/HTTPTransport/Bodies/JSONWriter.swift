/// Writes compact JSON into bytes, exactly as Django REST Framework renders it: no spaces, UTF-8 unescaped,
/// `\u2028` and `\u2029` escaped.
///
/// Commas are its own business; that brackets match and each member has one value is the caller's.
package struct JSONWriter {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: the number of bytes to make room for in one go.
    init(capacity: Int = 1024) {
        bytes.reserveCapacity(capacity)
    }

    /// What was written so far, for somebody else to write on; nothing is left here.
    mutating func moved() -> JSONWriter {
        var other = JSONWriter(capacity: 0)
        swap(&self, &other)
        return other
    }

    /// Begins an object as the next element, the value of the last key, or the whole text.
    package mutating func beginObject() {
        separate()
        bytes.append(UInt8(ascii: "{"))
    }

    package mutating func endObject() {
        bytes.append(UInt8(ascii: "}"))
    }

    /// Begins an array as the next element, the value of the last key, or the whole text.
    package mutating func beginArray() {
        separate()
        bytes.append(UInt8(ascii: "["))
    }

    package mutating func endArray() {
        bytes.append(UInt8(ascii: "]"))
    }

    /// Begins a member; its value must follow.
    ///
    /// - Parameter name: written as it is: ASCII without quotation marks, backslashes and control characters.
    package mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// Begins a member with a key of `encodedKey(_:)`; its value must follow.
    mutating func key(encoded key: [UInt8]) {
        key.withUnsafeBufferPointer { self.key(encoded: $0) }
    }

    /// The same with a key that lies in a buffer.
    mutating func key(encoded key: UnsafeBufferPointer<UInt8>) {
        // The key begins with a comma, which the first member of an object does without.
        let isFirst = bytes.last == UInt8(ascii: "{")
        bytes.append(contentsOf: isFirst ? UnsafeBufferPointer(rebasing: key.dropFirst()) : key)
    }

    /// A name as it stands in JSON: quoted, escaped, between a comma and a colon.
    static func encodedKey(_ name: String) -> [UInt8] {
        var json = JSONWriter(capacity: name.utf8.count + 3)
        json.key(named: name)
        return [UInt8(ascii: ",")] + json.bytes
    }

    /// Begins a member whose name is only known at run time and may be any text; its value must follow.
    mutating func key(named name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes a comma where the next key, element or value needs one before it.
    ///
    /// The last byte tells: only what opens a bracket and what ends a key stands directly before a first element.
    mutating func separate() {
        switch bytes.last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): return
        default: bytes.append(UInt8(ascii: ","))
        }
    }

    /// Appends a byte as it is; whoever calls this has separated and escaped.
    mutating func append(unescaped byte: UInt8) {
        bytes.append(byte)
    }

    /// Appends bytes as they are; whoever calls this has separated and escaped.
    mutating func append(unescaped more: some Collection<UInt8>) {
        bytes.append(contentsOf: more)
    }
}
