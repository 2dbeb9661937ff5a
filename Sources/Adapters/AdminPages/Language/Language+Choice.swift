import Domain

/// The pages are in any of the languages that an account may have.
extension Language {
    /// The language's name in itself.
    var ownName: String {
        switch self {
        case .english: "English"
        case .german: "Deutsch"
        }
    }

    /// A text in this language: `say(FormPhrase.save)`.
    func callAsFunction(_ phrase: some Phrase) -> String {
        switch self {
        case .english: phrase.english
        case .german: phrase.german
        }
    }

    /// The language that a person chose, or else the first that their browser likes, or else English.
    init(chosen: String?, acceptLanguage: String?) {
        self = chosen.flatMap(Language.init) ?? Language.preferred(acceptLanguage ?? "") ?? .english
    }

    /// The one with the greatest weight of those that we have (RFC 9110, 12.5.4); of equals the first that is named.
    private static func preferred(_ header: String) -> Language? {
        var best: (language: Language, weight: Double)?
        for range in header.split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let tag = parts.first?.prefix(while: { $0 != "-" }), let language = Language(rawValue: String(tag))
            else {
                continue
            }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language
    }
}
