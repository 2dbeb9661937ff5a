/// Names one use of an exclusive connection; never used twice.
typealias LeaseID = UInt64

/// A task waiting for an exclusive connection.
struct LeaseRequest: Sendable {
    /// The statement that begins the transaction; nil for a single statement outside one.
    let begin: String?
    let isReadOnly: Bool
    let waiter = Waiter<LeaseID>()
}
