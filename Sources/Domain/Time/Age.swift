/// A person's age in whole years, as people give it: 0 to 120.
public struct Age: LimitedNumber {
    public static let limits = 0...120
    public let number: Int
    public init(stored: Int) { number = stored }
}
