package import Application
package import Domain
package import HTTPTypes

/// A request on its way through an endpoint: everything that was sent, read as far as possible without meaning.
package struct Exchange: Sendable {
    /// The path as it was declared, the first of its names.
    let template: String
    package let headers: HTTPFields
    /// The host, with its port if there is one, as the client knows it.
    package let authority: String?
    /// The segment in the place of `{id}`, as sent.
    let parameter: String?
    /// The path as sent.
    package let path: String
    package let query: QueryParameters
    let body: SentBody
    /// Where the request comes from.
    package let origin: RequestOrigin
    /// Who asks; `nil` on open paths without credentials.
    let caller: Caller?
    /// The UTC date of the request.
    package let today: CalendarDate
    /// What tells this request from others.
    package let fingerprints: any RequestFingerprints
    /// How the route talks.
    let dialect: Dialect

    /// Where the list is that this asks for.
    package var address: ListAddress { ListAddress(path: path, query: query) }

    /// The number in the path.
    ///
    /// - Throws: `.notFound` when it is a number that no record can have.
    package func id<Kind>(_ kind: RecordKind, as type: ID<Kind>.Type = ID<Kind>.self) throws(Failure) -> ID<Kind> {
        guard let parameter, let number = Int64(parameter), let id = ID<Kind>(number) else { throw .notFound(kind) }
        return id
    }

    /// Whether the path has no number where it should have one; such a path is answered like an unknown one.
    var namesNoNumber: Bool {
        guard let parameter else { return false }
        return !parameter.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// A reader of the body's members.
    ///
    /// - Throws: `.unreadable`.
    package func form() throws(Failure) -> BodyReader { try reader(isChange: false) }

    /// A reader in which a member that was not sent keeps its value, or why there is none.
    ///
    /// A result, because a change says first that there is no such record, or that it is not allowed: the body is decoded
    /// here, once, and what is wrong with it is thrown in the transaction.
    package func changeForm() -> Result<BodyReader, Failure> {
        do throws(Failure) {
            return .success(try reader(isChange: true))
        } catch {
            return .failure(error)
        }
    }

    /// A reader of what a form sent once.
    ///
    /// - Parameter isChange: whether the form has a part of the members alone.
    package func form(of pairs: [FormPair], isChange: Bool = false) -> BodyReader {
        let members = JSONObject(pairs.map { ($0.name, .string($0.text)) })
        return BodyReader(members: members, isForm: true, isChange: isChange, today: today, dialect: dialect)
    }

    /// What a form sent, in its order; several of one name are possible. Nothing for other bodies.
    ///
    /// - Throws: `.unreadable`.
    package func pairs() throws(Failure) -> [FormPair] {
        let (members, isForm) = try body.members()
        guard isForm else { return [] }
        return members.members.compactMap { member in
            guard case .string(let text) = member.value else { return nil }
            return FormPair(member.name, text)
        }
    }

    private func reader(isChange: Bool) throws(Failure) -> BodyReader {
        let (members, isForm) = try body.members()
        return BodyReader(members: members, isForm: isForm, isChange: isChange, today: today, dialect: dialect)
    }
}

/// A name and a text of a form.
package struct FormPair: Equatable, Sendable {
    package let name: String
    package var text: String

    package init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }
}

/// A body as it was sent.
struct SentBody: Sendable {
    let contentType: String?
    let bytes: [UInt8]

    /// - Throws: `.unreadable`.
    func members() throws(Failure) -> (JSONObject, isForm: Bool) {
        let decoded: DecodedBody
        do {
            decoded = try BodyDecoding.decode(contentType: contentType, bytes: bytes)
        } catch {
            throw .unreadable(Unreadable(error))
        }
        switch decoded {
        case .members(let members, let isForm): return (members, isForm)
        case .notAnObject(.null): throw .unreadable(.nothing)
        case .notAnObject(let value): throw .unreadable(.notAnObject(value.kindName))
        }
    }
}

extension Unreadable {
    init(_ problem: BodyProblem) {
        switch problem {
        case .unsupportedMediaType(let type): self = .unsupportedType(type)
        case .malformedJSON(let text): self = .malformed("JSON parse error - \(text)")
        case .malformedForm(let text): self = .malformed("Form parse error - \(text)")
        }
    }
}

extension JSONValue {
    /// The kind of value, in the words that clients of the documented systems know.
    var kindName: String {
        switch self {
        case .null: "NoneType"
        case .bool: "bool"
        case .integer: "int"
        case .float: "float"
        case .string: "str"
        case .array: "list"
        case .object: "dict"
        }
    }
}
