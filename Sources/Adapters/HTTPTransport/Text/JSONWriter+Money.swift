import Domain

extension JSONWriter {
    /// Writes an amount as text with two decimals, such as `"150.00"`.
    mutating func value(_ money: Money) {
        separate()
        append(unescaped: UInt8(ascii: "\""))
        let (units, hundredths) = money.minorUnits.quotientAndRemainder(dividingBy: 100)
        append(decimal: units.magnitude)
        append(unescaped: UInt8(ascii: "."))
        append(twoDigits: hundredths)
        append(unescaped: UInt8(ascii: "\""))
    }

    mutating func member(_ name: StaticString, _ money: Money?) {
        key(name)
        if let money { value(money) } else { null() }
    }
}
