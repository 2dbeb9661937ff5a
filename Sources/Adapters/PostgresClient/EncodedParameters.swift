import Glibc

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
        bytes.reserveCapacity(24 * values.count)
        for (index, value) in values.enumerated() {
            if case .null = value {
                starts.append(-1)
                continue
            }
            let start = bytes.count
            value.append(to: &bytes)
            guard !bytes.hasZero(from: start) else { throw .invalidParameter(position: index + 1) }
            starts.append(start)
            bytes.append(0)
        }
        self.init(bytes: bytes, starts: starts)
    }

    /// One parameter.
    ///
    /// - Parameter text: without NUL.
    init(text: consuming [UInt8]) {
        text.append(0)
        self.init(bytes: text, starts: [0])
    }

    /// The bytes of the last parameter; `nil` when it is NULL, or when there is none.
    var last: ArraySlice<UInt8>? {
        guard let start = starts.last, start >= 0 else { return nil }
        return bytes[start..<(bytes.count - 1)]
    }

    /// Whether all parameters before the last one, which is not NULL in either, are the same.
    func areLike(_ other: EncodedParameters) -> Bool {
        guard let last = starts.last, last >= 0, starts == other.starts else { return false }
        return bytes[..<last] == other.bytes[..<last]
    }

    /// The same with an array in the place of the last one.
    ///
    /// - Parameter elements: their texts; without NUL.
    func replacingLast(with elements: [ArraySlice<UInt8>]) -> EncodedParameters {
        let start = starts.last ?? 0
        var bytes = Array(bytes[..<start])
        bytes.append(array: elements)
        return EncodedParameters(bytes: bytes, starts: starts)
    }

    /// Those of several statements as arrays: the first ones of all of them, the second ones, and so on.
    ///
    /// - Parameter rows: at least one, and as many parameters in each.
    static func arrays(of rows: [EncodedParameters]) -> EncodedParameters {
        let texts = rows.map(\.texts)
        var bytes: [UInt8] = []
        var starts: [Int] = []
        for place in 0..<(rows.first?.count ?? 0) {
            starts.append(bytes.count)
            bytes.append(array: texts.map { $0[place] })
        }
        return EncodedParameters(bytes: bytes, starts: starts)
    }

    /// Each one's bytes; `nil` for NULL.
    private var texts: [ArraySlice<UInt8>?] {
        var end = bytes.count
        var texts: [ArraySlice<UInt8>?] = []
        for start in starts.reversed() {
            texts.append(start < 0 ? nil : bytes[start..<(end - 1)])
            if start >= 0 { end = start }
        }
        return texts.reversed()
    }

    /// Lends the array of C strings for the length of a call.
    func withPointers<Value>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value) -> Value {
        guard !starts.isEmpty else { return body(nil) }
        return bytes.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: starts.count) { pointers in
                for (index, start) in starts.enumerated() {
                    let first = start < 0 ? nil : bytes.baseAddress.map { $0 + start }
                    pointers.initializeElement(at: index, to: first?.assumingMemoryBound(to: CChar.self))
                }
                return body(UnsafePointer(pointers.baseAddress))
            }
        }
    }
}

extension [UInt8] {
    /// Appends the text of an array, and the NUL that ends it.
    ///
    /// - Parameter elements: their texts, without NUL; `nil` for NULL.
    fileprivate mutating func append(array elements: [ArraySlice<UInt8>?]) {
        append(array: elements) { element, bytes in
            if let element { bytes.append(quoted: element) } else { bytes.append(contentsOf: "NULL".utf8) }
        }
        append(0)
    }

    /// Whether there is a NUL at a place or behind it.
    fileprivate func hasZero(from start: Int) -> Bool {
        withUnsafeBytes { bytes in
            guard start < bytes.count, let first = bytes.baseAddress else { return false }
            return memchr(first + start, 0, bytes.count - start) != nil
        }
    }
}
