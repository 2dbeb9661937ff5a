package import Domain
package import HTTPTypes

/// How a group of routes talks where that is not the API's usual way: a contract of other names over the same use cases.
package struct Dialect: Sendable {
    /// What members are called, those that are called otherwise.
    let names: [Field: String]
    /// Whether a path that has something else than a number where a record's number belongs is unknown.
    let numbersOnly: Bool
    /// The answer to a failure; `nil` for the usual one.
    let answer: @Sendable (Failure) -> Answer?
    /// The page for a failure that came before the endpoint, for whoever sent these headers; `nil` where none is made.
    let page: (@Sendable (Failure, HTTPFields) -> Answer)?
    /// The page for a method that a route does not serve; `nil` where none is made.
    let methodPage: (@Sendable (HTTPFields) -> Answer)?

    package init(
        names: [Field: String] = [:], numbersOnly: Bool = false,
        answer: @escaping @Sendable (Failure) -> Answer? = { _ in nil },
        page: (@Sendable (Failure, HTTPFields) -> Answer)? = nil,
        methodPage: (@Sendable (HTTPFields) -> Answer)? = nil
    ) {
        self.names = names
        self.numbersOnly = numbersOnly
        self.answer = answer
        self.page = page
        self.methodPage = methodPage
    }

    /// The API's usual way.
    static let usual = Dialect()

    /// What a member is called, in bodies and in errors.
    package func name(of field: Field) -> String { names[field] ?? field.name }

    /// Whether a path may have this segment in the place of a record's number.
    func takes(_ parameter: String?) -> Bool {
        guard numbersOnly, let parameter else { return true }
        return parameter.utf8.allSatisfy(\.isDigit)
    }
}
