/// Collects the members in which two versions of a record differ: what they are called, never what they hold.
struct ChangedFields<Record> {
    private let before: Record
    private let after: Record
    private(set) var fields: Set<Field> = []

    init(from before: Record, to after: Record) {
        self.before = before
        self.after = after
    }

    mutating func compare<Value: Equatable>(_ field: Field, _ member: (Record) -> Value) {
        if member(before) != member(after) { fields.insert(field) }
    }
}
