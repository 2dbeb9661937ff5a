import Domain

/// Writes the members of one record. Where the compiler knows the list, nothing is left of this but the writing.
struct WrittenMembers<Record>: MemberVisitor {
    private let record: UnsafePointer<Record>
    private var keys: EncodedKeyReader
    private let json: UnsafeMutablePointer<JSONWriter>

    /// - Parameters:
    ///   - record: lent for as long as this is used.
    ///   - keys: likewise.
    ///   - json: likewise.
    init(_ record: UnsafePointer<Record>, keys: EncodedKeyReader, to json: UnsafeMutablePointer<JSONWriter>) {
        self.record = record
        self.keys = keys
        self.json = json
    }

    @inline(__always)
    mutating func member<Declaration: AnsweredField>(
        _ declaration: @autoclosure () -> Declaration, _ value: (Record) -> Declaration.Value?
    ) {
        keys.write(to: &json.pointee)
        Declaration.write(value(record.pointee), to: &json.pointee)
    }

    @inline(__always)
    mutating func identifier(_ name: StaticString, _ help: StaticString, _ value: (Record) -> Int64) {
        keys.write(to: &json.pointee)
        json.pointee.value(value(record.pointee))
    }

    @inline(__always)
    mutating func time(_ name: StaticString, _ help: StaticString, _ value: (Record) -> Instant) {
        keys.write(to: &json.pointee)
        json.pointee.value(value(record.pointee))
    }
}
