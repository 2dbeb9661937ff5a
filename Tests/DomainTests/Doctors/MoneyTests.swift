import Domain
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(
        "an amount is from 0.00 to 99,999,999.99",
        arguments: [
            (0, nil), (15_000, nil), (9_999_999_999, nil), (-1, .tooSmall(minimum: 0)), (.min, .tooSmall(minimum: 0)),
            (10_000_000_000, .tooManyDigits(maximum: 10)), (.max, .tooManyDigits(maximum: 10)),
        ] as [(Int64, FieldError.Reason?)])
    func limits(minorUnits: Int64, reason: FieldError.Reason?) {
        #expect(refusal { () throws(FieldError.Reason) in try Money(minorUnits: minorUnits) } == reason)
    }

    @Test("what a store has is no amount below zero", arguments: [-1, .min] as [Int64])
    func stored(minorUnits: Int64) {
        #expect(Money(stored: minorUnits) == nil)
    }

    @Test("amounts are ordered")
    func order() throws {
        #expect(try Money(minorUnits: 1) < Money(minorUnits: 2))
        #expect(try Money(minorUnits: 2) == Money(stored: 2))
        #expect(Money.maximumDigits == 10 && Money.decimals == 2)
    }
}
