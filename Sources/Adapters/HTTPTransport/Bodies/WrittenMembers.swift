import Domain

/// Writes the members of one record. Where the compiler knows the list, nothing is left of this but the writing.
struct WrittenMembers<Record>: MemberVisitor {
    private let record: UnsafePointer<Record>
    private let keys: EncodedKeys
    private var next = 0
    private let json: UnsafeMutablePointer<JSONWriter>

    /// - Parameters:
    ///   - record: lent for as long as this is used.
    ///   - json: likewise.
    init(_ record: UnsafePointer<Record>, keys: EncodedKeys, to json: UnsafeMutablePointer<JSONWriter>) {
        self.record = record
        self.keys = keys
        self.json = json
    }

    @inline(__always)
    mutating func member<Declaration: AnsweredField>(
        _ declaration: @autoclosure () -> Declaration, _ value: (Record) -> Declaration.Value?
    ) {
        writeKey()
        Declaration.write(value(record.pointee), to: &json.pointee)
    }

    @inline(__always)
    mutating func identifier(_ name: StaticString, _ help: StaticString, _ value: (Record) -> Int64) {
        writeKey()
        json.pointee.value(value(record.pointee))
    }

    @inline(__always)
    mutating func time(_ name: StaticString, _ help: StaticString, _ value: (Record) -> Instant) {
        writeKey()
        json.pointee.value(value(record.pointee))
    }

    private mutating func writeKey() {
        keys.write(next, to: &json.pointee)
        next += 1
    }
}
