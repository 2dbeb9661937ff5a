@testable import HTTPTransport

extension FuzzTarget {
    /// What is read can be written, and reads the same again.
    static func json(_ input: [UInt8]) {
        guard let value = try? JSONParser.parse(input) else { return }
        var json = JSONWriter()
        json.value(value)
        guard let again = try? JSONParser.parse(json.bytes) else { fatalError("what was written cannot be read") }
        precondition(again == value)
    }

    /// The content type up to the first line break, then the body.
    static func forms(_ input: [UInt8]) {
        let head = input.prefix { $0 != UInt8(ascii: "\n") }
        let type = String(decoding: head, as: UTF8.self)
        let decoded = try? BodyDecoding.decode(contentType: type, bytes: Array(input.dropFirst(head.count + 1)))
        guard case .members(let members, _) = decoded else { return }
        // A body that is read names no more members than it may.
        precondition(members.members.count <= max(BodyDecoding.maximumMembers, input.count))
    }

    /// A query names nothing twice and finds what it names.
    static func queries(_ input: [UInt8]) {
        guard let query = try? QueryParameters(String(decoding: input, as: UTF8.self)) else { return }
        var parameters = ParameterReader(query)
        _ = parameters.patientQuery()
        _ = parameters.doctorQuery()
        _ = parameters.assignmentQuery()
        _ = parameters.appointmentQuery()
    }
}
