/// Collects everything that is wrong with a request, so that it is answered at once.
public struct FieldCheck: Sendable {
    /// What is wrong so far, in the order in which it was found.
    public private(set) var errors: [FieldError] = []

    public init() {}

    /// Notes that a member is wrong.
    public mutating func refuse(_ field: Field, _ reason: FieldError.Reason) {
        errors.append(FieldError(field, reason))
    }

    /// The value that `make` returns, or `nil` after noting why it threw.
    public mutating func take<Value>(
        _ field: Field, _ make: () throws(FieldError.Reason) -> Value
    ) -> Value? {
        do {
            return try make()
        } catch {
            refuse(field, error)
            return nil
        }
    }

    /// - Throws: `Failure.invalid` with all that was noted, if anything was.
    public func finish() throws(Failure) {
        guard errors.isEmpty else { throw .invalid(errors) }
    }
}
