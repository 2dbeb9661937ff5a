/// The names of an object's members as they stand in JSON, one after the other: `,"id":`, `,"first_name":` and so on.
struct EncodedKeys: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]

    mutating func append(_ name: String) {
        bytes += JSONWriter.encodedKey(name)
        ends.append(bytes.count)
    }

    /// Appends one of them; its value must follow.
    ///
    /// - Parameter number: from 0, in the order of the members.
    func write(_ number: Int, to json: inout JSONWriter) {
        bytes.withUnsafeBufferPointer { all in
            json.key(encoded: UnsafeBufferPointer(rebasing: all[ends[number]..<ends[number + 1]]))
        }
    }
}
