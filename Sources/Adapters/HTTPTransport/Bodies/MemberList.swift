import Domain

/// The members of an answer, declared in one function. It is walked once to tell what they are, and once for each record to
/// write it: by then the compiler has made one function of all members, without a closure or a look at a declaration.
protocol MemberList<Record>: SendableMetatype {
    associatedtype Record

    /// Visits the same members in the same order each time, whatever they hold.
    static func walk(_ members: inout some MemberVisitor<Record>)
}

/// What a list of members is walked with.
protocol MemberVisitor<Record> {
    associatedtype Record

    /// A member whose kind is that of a body's member.
    mutating func member<Declaration: AnsweredField>(
        _ declaration: @autoclosure () -> Declaration, _ value: (Record) -> Declaration.Value?)

    /// A number that nobody can write.
    mutating func identifier(_ name: StaticString, _ help: StaticString, _ value: (Record) -> Int64)

    /// A time that nobody can write.
    mutating func time(_ name: StaticString, _ help: StaticString, _ value: (Record) -> Instant)
}

extension MemberList {
    /// Writes the members of a record.
    ///
    /// - Parameters:
    ///   - record: lent for the length of the call.
    ///   - keys: those that the same list was described with.
    static func write(_ record: UnsafePointer<Record>, keys: EncodedKeys, to json: inout JSONWriter) {
        withUnsafeMutablePointer(to: &json) { json in
            keys.withReader { keys in
                var written = WrittenMembers(record, keys: keys, to: json)
                walk(&written)
            }
        }
    }
}
