/// A text of the pages, in every language: one that is missing in a language does not build.
protocol Phrase: Sendable {
    var english: String { get }
    var german: String { get }
}
