/// The API as a collection for Postman (2.1) that runs from top to bottom.
struct PostmanCollection: Sendable {
    let document: OpenAPIDocument

    var json: JSONValue { [:] }
}
