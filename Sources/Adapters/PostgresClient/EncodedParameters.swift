/// Parameters as libpq wants them: C strings, encoded by the asking task so that the reactor need not.
struct EncodedParameters: Sendable, Equatable {
    /// The protocol counts parameters with 16 bits.
    static let limit = 65_535
    static let none = EncodedParameters(bytes: [], starts: [])
    /// One parameter, ''.
    static let emptyText = EncodedParameters(bytes: [0], starts: [0])

    private let bytes: [UInt8]
    /// Where each C string starts; -1 is NULL.
    private let starts: [Int]

    var count: Int { starts.count }

    private init(bytes: [UInt8], starts: [Int]) {
        self.bytes = bytes
        self.starts = starts
    }

    /// - Throws: `.invalidParameter` for a NUL byte, which would cut the text silently, or for too many.
    init(_ values: [PostgresValue]) throws(PostgresError) {
        guard values.count <= Self.limit else { throw .invalidParameter(position: 0) }
        var bytes: [UInt8] = []
        var starts: [Int] = []
        starts.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            guard let text = value.text else {
                starts.append(-1)
                continue
            }
            guard !text.utf8.contains(0) else { throw .invalidParameter(position: index + 1) }
            starts.append(bytes.count)
            bytes.append(contentsOf: text.utf8)
            bytes.append(0)
        }
        self.init(bytes: bytes, starts: starts)
    }

    /// Lends the array of C strings for the length of a call.
    func withPointers<Value>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value) -> Value {
        guard !starts.isEmpty else { return body(nil) }
        return bytes.withUnsafeBytes { bytes in
            let pointers: [UnsafePointer<CChar>?] = starts.map { start in
                guard start >= 0, let first = bytes.baseAddress else { return nil }
                return (first + start).assumingMemoryBound(to: CChar.self)
            }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}
