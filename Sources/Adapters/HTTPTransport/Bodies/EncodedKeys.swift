/// The names of an object's members as they stand in JSON, one after the other: `,"id":`, `,"first_name":` and so on, each
/// behind a byte with its length.
struct EncodedKeys: Sendable {
    private var bytes: [UInt8] = []

    /// - Parameter name: shorter than 250 bytes.
    mutating func append(_ name: String) {
        let key = JSONWriter.encodedKey(name)
        bytes.append(UInt8(key.count))
        bytes += key
    }

    /// Lends them, to be read from the first to the last; nothing is read of none.
    func withReader(_ body: (EncodedKeyReader) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            if let first = bytes.baseAddress { body(EncodedKeyReader(next: first, end: first + bytes.count)) }
        }
    }
}

/// Where the next of the names is.
struct EncodedKeyReader {
    fileprivate var next: UnsafePointer<UInt8>
    fileprivate let end: UnsafePointer<UInt8>

    /// Appends the next one; its value must follow. Whoever asks for more than there are ends the program.
    @inline(__always)
    mutating func write(to json: inout JSONWriter) {
        precondition(next < end, "a member that was not described")
        let length = Int(next.pointee)
        json.key(encoded: UnsafeBufferPointer(start: next + 1, count: length))
        next += 1 + length
    }
}
