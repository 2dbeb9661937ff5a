/// An amount of money of at least nothing, exact to two decimals, of at most ten digits; the currency is the clinic's.
public struct Money: Hashable, Comparable, Sendable {
    /// Hundredths of the currency's unit.
    public let minorUnits: Int64

    public static let maximumDigits = 10
    public static let decimals = 2

    /// - Throws: `.tooSmall` below zero, `.tooManyDigits` from 100,000,000.00 on.
    public init(minorUnits: Int64) throws(FieldError.Reason) {
        guard minorUnits >= 0 else { throw .tooSmall(minimum: 0) }
        guard minorUnits < 10_000_000_000 else { throw .tooManyDigits(maximum: Money.maximumDigits) }
        self.minorUnits = minorUnits
    }

    /// An amount as a store has it.
    ///
    /// - Returns: `nil` for one below zero. Those above the limit are taken, as other values of a store are.
    public init?(stored minorUnits: Int64) {
        guard minorUnits >= 0 else { return nil }
        self.minorUnits = minorUnits
    }

    public static func < (left: Money, right: Money) -> Bool { left.minorUnits < right.minorUnits }
}
