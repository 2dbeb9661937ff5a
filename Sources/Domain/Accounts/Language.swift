/// A language in which people are addressed, with its code under ISO 639-1.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case german = "de"
}
