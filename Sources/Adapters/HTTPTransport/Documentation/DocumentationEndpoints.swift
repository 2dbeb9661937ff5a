import Domain
import HTTPTypes
import NIOCore

/// The description of the API, for programs and for people.
struct DocumentationEndpoints: Sendable {
    let documents: PublishedDocuments

    /// What `Accept` may ask for, the first one when it does not care.
    private static let types = ["application/json", "application/yaml", "application/vnd.oai.openapi"]

    func schema(_ exchange: Exchange) async throws(Failure) -> Answer {
        switch exchange.query["format"] {
        case "json": return json(.json)
        case "yaml": return yaml("application/yaml")
        case nil, "":
            let accept = exchange.headers[.accept]
            guard let type = AcceptHeader.preferred(of: DocumentationEndpoints.types, accept) else {
                return .notAcceptable
            }
            return type == "application/json" ? json(.json) : yaml(type)
        case let other?:
            return .json(.badRequest) { json in
                json.beginObject()
                json.key("format")
                json.beginArray()
                json.value(FieldError.Reason.filterNotAChoice(other).text)
                json.endArray()
                json.endObject()
            }
        }
    }

    func collection(_ exchange: Exchange) async throws(Failure) -> Answer { json(.collection) }

    func page(_ exchange: Exchange) async throws(Failure) -> Answer {
        var answer = Answer.resource(DocumentationEndpoints.html, type: "text/html; charset=utf-8")
        answer.headers[.contentSecurityPolicy] =
            "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        return answer
    }

    func script(_ exchange: Exchange) async throws(Failure) -> Answer {
        .resource(PageScript.bytes, type: "text/javascript; charset=utf-8")
    }

    func style(_ exchange: Exchange) async throws(Failure) -> Answer {
        .resource(DocumentationEndpoints.css, type: "text/css; charset=utf-8")
    }

    private static let html = ByteBuffer(bytes: PackageResources.docs_html)
    private static let css = ByteBuffer(bytes: PackageResources.docs_css)

    private func json(_ form: PublishedDocuments.Form) -> Answer {
        .resource(documents.bytes(form), type: "application/json")
    }

    private func yaml(_ type: String) -> Answer { .resource(documents.bytes(.yaml), type: type) }
}

extension Answer {
    /// Something that is the same for everybody.
    fileprivate static func resource(_ bytes: ByteBuffer, type: String) -> Answer {
        Answer(status: .ok, headers: [.contentType: type], body: bytes)
    }
}
