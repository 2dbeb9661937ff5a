/// Turns the bytes of a request's body into members by name.
enum BodyDecoding {
    /// The greatest number of members of a form, parts of a multipart form, or parameters of a query.
    static let maximumMembers = 1_000

    /// Reads `application/json`, `application/x-www-form-urlencoded` and `multipart/form-data`, whatever their parameters.
    ///
    /// - Parameters:
    ///   - contentType: the header as sent, `nil` without one.
    ///   - bytes: the whole body; an empty one counts as `{}`, of whatever type it is.
    static func decode(contentType: String?, bytes: [UInt8]) throws(BodyProblem) -> DecodedBody {
        guard !bytes.isEmpty else { return .members(JSONObject(), isForm: false) }
        let asSent = contentType ?? ""
        let type = ParameterizedHeader(asSent)
        switch type.value {
        case "application/json":
            return try json(bytes)
        case "application/x-www-form-urlencoded":
            return form(try URLEncodedPairs.decode(bytes))
        case "multipart/form-data":
            return form(try MultipartForm.decode(bytes, boundary: type.parameters["boundary"]))
        default:
            throw .unsupportedMediaType(asSent)
        }
    }

    private static func json(_ bytes: [UInt8]) throws(BodyProblem) -> DecodedBody {
        do {
            let value = try JSONParser.parse(bytes)
            guard case .object(let members) = value else { return .notAnObject(value) }
            return .members(members, isForm: false)
        } catch {
            throw .malformedJSON(error.description)
        }
    }

    private static func form(_ pairs: [(name: String, text: String)]) -> DecodedBody {
        .members(JSONObject(pairs.map { ($0.name, .string($0.text)) }), isForm: true)
    }
}
