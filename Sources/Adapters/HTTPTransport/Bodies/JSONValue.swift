/// A value of JSON (RFC 8259) as it was sent; numbers keep their text, because answers depend on how they were written.
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// A number without fraction and exponent, such as `-12`; of any length.
    case integer(String)
    /// A number with a fraction or an exponent, such as `1.50` or `1e2`; of any size.
    case float(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}
