import Domain
import HTTPTypes
import NIOCore

/// An answer as it is sent, but for its date.
///
/// HTTP/1 writes the parts as bytes, without a list of all fields; HTTP/2 and tests ask for the `head`.
struct FinishedAnswer: Sendable {
    let status: HTTPResponse.Status
    /// What it says besides what follows here.
    let fields: HTTPFields
    let requestName: String
    /// What nearly every answer says; `nil` when `fields` have it.
    let standing: StandingFields?
    /// Of the body that a GET has; `nil` for what has no length at all.
    var length: Int?
    private(set) var body: ByteBuffer
    /// What the body holds until the client has taken it.
    private(set) var share: PartShare?
    /// What follows behind the body, when its length is not known yet.
    private(set) var rest: AnswerParts?

    /// - Parameter isHead: whether only the length of the body is told.
    init(_ answer: Answer, named requestName: String, isHead: Bool, _ standing: StandingFields?) {
        status = answer.status
        fields = answer.headers
        self.requestName = requestName
        self.standing = standing
        // A 204 has no length at all, and a 304 only that of what is not sent (RFC 9110, 8.6).
        let hasLength = status != .noContent && status != .notModified && answer.rest == nil
        length = hasLength ? answer.body.readableBytes : nil
        body = isHead ? ByteBuffer() : answer.body
        share = answer.share
        rest = isHead ? nil : answer.rest
    }

    /// The same without the first of its parts.
    var withoutFirst: FinishedAnswer {
        var answer = self
        (answer.body, answer.share) = (ByteBuffer(), nil)
        return answer
    }

    /// The same with the length of all of its parts, with which `rest` begins again.
    ///
    /// - Parameter pause: as for `AnswerParts`.
    func counted(pausing pause: @Sendable () async -> Void) async throws(Failure) -> FinishedAnswer {
        guard let rest else { return self }
        var counted = withoutFirst
        counted.rest = rest.fromTheFirst
        counted.length = try await rest.length(pausing: pause)
        return counted
    }

    /// Status and all fields.
    var head: HTTPResponse {
        var all = fields
        all.append(HTTPField(name: .requestID, value: requestName))
        if let standing { all.append(contentsOf: standing.fields) }
        if let length { all.append(HTTPField(name: .contentLength, value: String(length))) }
        return HTTPResponse(status: status, headerFields: all)
    }
}
