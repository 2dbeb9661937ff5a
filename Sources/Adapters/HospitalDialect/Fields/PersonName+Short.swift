import Domain
import HTTPTransport

extension PersonName {
    /// The greatest number of characters of a name in the hospital contract.
    static let shortLength = 64

    /// The name as far as the hospital contract can answer it.
    var short: String { String(String.UnicodeScalarView(text.unicodeScalars.prefix(PersonName.shortLength))) }
}

extension Schema {
    /// A name as far as the hospital contract can answer it.
    static let shortName = Schema.text(maximum: PersonName.shortLength)
}
