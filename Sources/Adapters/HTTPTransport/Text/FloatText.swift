/// Numbers with a fraction or an exponent, as the documented systems see them after reading: the shortest text
/// that stands for the same double (IEEE 754), so that `10.500` is `10.5` and `1e2` is `100.0`.
enum FloatText {
    /// - Parameter text: a number of JSON.
    /// - Returns: `inf` or `-inf` for what is too large for a double.
    static func shortest(_ text: String) -> String {
        // JSON's grammar is a part of what `Double` reads.
        Double(text).map(\.description) ?? text
    }
}
