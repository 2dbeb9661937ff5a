/// What a body says, whatever its format was.
enum DecodedBody: Equatable, Sendable {
    /// Members by name; those of a form are all text.
    case members(JSONObject, isForm: Bool)
    /// JSON, but no object.
    case notAnObject(JSONValue)
}
