import Application
import Domain
import HTTPTransport
import HTTPTypes

/// `/admin/patients/find/` and `/admin/doctors/find/`: those whose name somebody is typing. For scripts; whoever has none
/// is led to the list.
struct FindPages: Sendable {
    let people: PeopleSearch

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page(PersonKind.patient.source.text, get: findPatients),
            entrance.page(PersonKind.doctor.source.text, get: findDoctors),
        ]
    }

    private func findPatients(_ request: PageRequest) async throws(Failure) -> Answer {
        try await find(.patient, PatientPages.home, request)
    }

    private func findDoctors(_ request: PageRequest) async throws(Failure) -> Answer {
        try await find(.doctor, DoctorPages.home, request)
    }

    private func find(
        _ kind: PersonKind, _ list: Address, _ request: PageRequest
    ) async throws(Failure) -> Answer {
        let text = request.address["q"] ?? ""
        guard request.exchange.headers[.accept]?.contains("application/json") == true else {
            return request.leave(for: list.with("search", text))
        }
        let found = try await people.people(kind, text, for: request)
        return .json { json in
            json.beginObject()
            json.key("found")
            json.beginArray()
            for choice in found.choices { json.choice(choice) }
            json.endArray()
            json.member("note", request.language(found.note))
            json.endObject()
        }
    }
}

extension JSONWriter {
    fileprivate mutating func choice(_ choice: RelatedField.Choice) {
        beginObject()
        member("id", choice.number)
        member("text", choice.name)
        member("detail", choice.marks)
        endObject()
    }
}

extension PeopleSearch.Found {
    /// How many there are.
    var note: ListPhrase {
        if isCut { return .moreThan(PeopleSearch.most) }
        return choices.isEmpty ? .nobodyFound : .found(choices.count)
    }
}
