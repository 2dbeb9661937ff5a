/// Writes compact JSON into bytes, exactly as Django REST Framework renders it: no spaces, UTF-8 unescaped,
/// `\u2028` and `\u2029` escaped.
///
/// Commas are its own business; that brackets match and each member has one value is the caller's.
package struct JSONWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0

    /// As many bytes as the C library (glibc) keeps at hand; of more, it has to look for room.
    static let handyCapacity = 1_032

    /// - Parameter capacity: the number of bytes to make room for in one go.
    init(capacity: Int = handyCapacity) {
        self.capacity = max(64, capacity)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// What was written so far.
    var bytes: [UInt8] { withBytes { [UInt8]($0) } }

    /// Lends what was written so far for the length of a call.
    borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: start, count: count))
    }

    /// Begins an object as the next element, the value of the last key, or the whole text.
    package mutating func beginObject() {
        separate()
        append(unescaped: UInt8(ascii: "{"))
    }

    package mutating func endObject() {
        append(unescaped: UInt8(ascii: "}"))
    }

    /// Begins an array as the next element, the value of the last key, or the whole text.
    package mutating func beginArray() {
        separate()
        append(unescaped: UInt8(ascii: "["))
    }

    package mutating func endArray() {
        append(unescaped: UInt8(ascii: "]"))
    }

    /// Begins a member; its value must follow.
    ///
    /// - Parameter name: written as it is: ASCII without quotation marks, backslashes and control characters.
    package mutating func key(_ name: StaticString) {
        separate()
        append(unescaped: UInt8(ascii: "\""))
        append(unescaped: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        append(unescaped: UInt8(ascii: "\""))
        append(unescaped: UInt8(ascii: ":"))
    }

    /// Begins a member with a key of `encodedKey(_:)`; its value must follow.
    mutating func key(encoded key: [UInt8]) {
        key.withUnsafeBufferPointer { self.key(encoded: $0) }
    }

    /// The same with a key that lies in a buffer.
    mutating func key(encoded key: UnsafeBufferPointer<UInt8>) {
        // The key begins with a comma, which the first member of an object does without.
        guard let first = key.baseAddress else { return }
        let skipped = last == UInt8(ascii: "{") ? 1 : 0
        append(unescaped: UnsafeBufferPointer(start: first + skipped, count: key.count - skipped))
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
        append(unescaped: UInt8(ascii: ":"))
    }

    /// Writes a comma where the next key, element or value needs one before it.
    ///
    /// The last byte tells: only what opens a bracket and what ends a key stands directly before a first element.
    mutating func separate() {
        switch last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): return
        default: append(unescaped: UInt8(ascii: ","))
        }
    }

    private var last: UInt8? { count == 0 ? nil : start[count - 1] }

    /// Appends a byte as it is; whoever calls this has separated and escaped.
    @inline(__always)
    mutating func append(unescaped byte: UInt8) {
        if count == capacity { makeRoom(for: 1) }
        start[count] = byte
        count += 1
    }

    /// Appends bytes as they are; whoever calls this has separated and escaped.
    mutating func append(unescaped more: UnsafeBufferPointer<UInt8>) {
        guard let first = more.baseAddress else { return }
        if more.count > capacity - count { makeRoom(for: more.count) }
        (start + count).initialize(from: first, count: more.count)
        count += more.count
    }

    /// The same for bytes in an array.
    mutating func append(unescaped more: [UInt8]) {
        more.withUnsafeBufferPointer { append(unescaped: $0) }
    }

    /// The same for text that is known beforehand.
    mutating func append(unescaped text: StaticString) {
        append(unescaped: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends text that is written where it will lie; as above.
    ///
    /// - Parameter most: so many bytes it has at most.
    mutating func append(atMost most: Int, _ write: (inout FixedText) -> Void) {
        if most > capacity - count { makeRoom(for: most) }
        var text = FixedText(UnsafeMutableBufferPointer(start: start + count, count: most))
        write(&text)
        assert(text.count <= most)
        count += text.count
    }

    @inline(never)
    private mutating func makeRoom(for more: Int) {
        capacity = max(2 * capacity, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.initialize(from: start, count: count)
        start.deallocate()
        start = larger
    }
}
