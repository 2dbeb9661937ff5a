package import Domain
package import HTTPTypes
import NIOCore

/// What an endpoint answers, before the headers that every answer has.
package struct Answer: Sendable {
    package var status: HTTPResponse.Status
    package var headers: HTTPFields = [:]
    /// What is the same for everybody shares its bytes: an answer that waits for its client to take it costs none.
    var body = ByteBuffer()
    /// What the body holds until the client has taken it, when it is the first part of more.
    var share: PartShare?
    /// What follows behind the body, read as far as the client takes it; such an answer has no `Content-Length`.
    var rest: AnswerParts?
    /// Who asked, for the log, where the endpoint itself found out.
    package var account: AccountID?
    /// The failure that this answers, for the log, where the endpoint itself made a page of it.
    package var failure: Failure?

    /// 204 without a body.
    package static let noContent = Answer(status: .noContent)

    /// JSON that `write` writes.
    ///
    /// - Parameter capacity: about how many bytes, so that room for them is made in one go.
    package static func json(
        _ status: HTTPResponse.Status = .ok, capacity: Int = JSONWriter.handyCapacity,
        _ write: (inout JSONWriter) -> Void
    ) -> Answer {
        Answer(status: status, headers: jsonHeaders, body: ByteBuffer.json(capacity: capacity, write))
    }

    private static let jsonHeaders: HTTPFields = [.contentType: "application/json"]

    /// One record, with the tag of its version.
    package static func record(
        _ tag: EntityTag, status: HTTPResponse.Status = .ok, _ write: (inout JSONWriter) -> Void
    ) -> Answer {
        var answer = json(status, write)
        answer.headers.append(HTTPField(name: .eTag, value: tag.text))
        return answer
    }

    /// A list as a bare array.
    package static func list<Element>(_ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) -> Answer {
        json(capacity: capacity(of: elements.count)) { json in
            json.array(of: elements, write)
        }
    }

    /// What so many records and what stands around them take, mostly.
    static func capacity(of records: Int) -> Int { 512 + 640 * records }

    /// `{"detail": text}`, with further members when there are any.
    package static func detail(
        _ status: HTTPResponse.Status, _ text: String, _ more: (inout JSONWriter) -> Void = { _ in }
    ) -> Answer {
        json(status) { json in
            json.beginObject()
            json.member("detail", text)
            more(&json)
            json.endObject()
        }
    }

    /// 406
    static let notAcceptable = detail(.notAcceptable, "Could not satisfy the request Accept header.")

    /// A page for people.
    package static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Answer {
        .content(Array(html.utf8), type: "text/html; charset=utf-8", status: status)
    }

    /// Content of another type.
    package static func content(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok
    ) -> Answer {
        Answer(status: status, headers: [.contentType: type], body: ByteBuffer(bytes: bytes))
    }

    /// No content, but where to go instead; a path without a host.
    ///
    /// - Parameter status: 303 after a form was taken.
    package static func redirect(to location: String, status: HTTPResponse.Status = .seeOther) -> Answer {
        Answer(status: status, headers: [.location: location])
    }
}

extension ByteBuffer {
    /// What `write` writes.
    static func json(capacity: Int = JSONWriter.handyCapacity, _ write: (inout JSONWriter) -> Void) -> ByteBuffer {
        var json = JSONWriter(capacity: capacity)
        write(&json)
        return json.withBytes { ByteBuffer(bytes: $0) }
    }
}
