/// Why a body cannot be read. The texts never hold any of the body.
enum BodyProblem: Error, Equatable, Sendable {
    /// There is a body, of a type that nobody reads here: the `Content-Type` as sent, empty when there was none.
    case unsupportedMediaType(String)
    /// Where and why it is not JSON.
    case malformedJSON(String)
    /// Why it is not a form, or that it is too large a one.
    case malformedForm(String)
}
