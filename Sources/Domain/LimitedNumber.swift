/// A whole number of a certain kind within limits. A value that exists has been checked.
public protocol LimitedNumber: Hashable, Sendable {
    static var limits: ClosedRange<Int> { get }
    var number: Int { get }
    /// A number that was checked when it was written to our own store.
    init(stored: Int)
}

extension LimitedNumber {
    /// - Throws: `.tooSmall` or `.tooLarge`.
    public init(_ number: Int) throws(FieldError.Reason) {
        guard number >= Self.limits.lowerBound else { throw .tooSmall(minimum: Self.limits.lowerBound) }
        guard number <= Self.limits.upperBound else { throw .tooLarge(maximum: Self.limits.upperBound) }
        self.init(stored: number)
    }
}
