import Application
import Domain

/// Finds patients and doctors by their numbers, or by what somebody types of their names.
struct PeopleSearch: Sendable {
    let patients: PatientUseCases
    let doctors: DoctorUseCases

    /// So many are offered at most.
    static let most = 20

    /// Those who were found.
    struct Found: Sendable {
        var choices: [RelatedField.Choice] = []
        /// Whether there are more.
        var isCut = false
    }

    /// The one with this number; `nil` when there is none whom the caller may see.
    func person(
        _ kind: PersonKind, _ number: Int64, for request: PageRequest
    ) async throws(Failure) -> RelatedField.Choice? {
        do throws(Failure) {
            switch kind {
            case .patient:
                guard let id = PatientID(number) else { return nil }
                let patient = try await patients.find.toName(id, for: request.caller)
                return RelatedField.Choice(patient, request.language)
            case .doctor:
                guard let id = DoctorID(number) else { return nil }
                return RelatedField.Choice(try await doctors.find(id, for: request.caller))
            }
        } catch .notFound {
            return nil
        }
    }

    /// Those whom a text names: with all its words, and before them the one whose number it is.
    func people(_ kind: PersonKind, _ text: String, for request: PageRequest) async throws(Failure) -> Found {
        let words = text.split(whereSeparator: \.isWhitespace).prefix(8).map { String($0) }
        guard !words.isEmpty else { return Found() }
        var choices = try await listed(kind, words, request)
        if let number = Int64(text.drop { $0 == "#" }), let numbered = try await person(kind, number, for: request) {
            choices.removeAll { $0.number == numbered.number }
            choices.insert(numbered, at: 0)
        }
        return Found(
            choices: Array(choices.prefix(PeopleSearch.most)), isCut: choices.count > PeopleSearch.most)
    }

    /// One more than are offered, when there are more.
    private func listed(
        _ kind: PersonKind, _ words: [String], _ request: PageRequest
    ) async throws(Failure) -> [RelatedField.Choice] {
        switch kind {
        case .patient:
            var query = PatientQuery()
            query.search = words
            query.ordering = [Ordering(.lastName), Ordering(.firstName)]
            query.page.size = PeopleSearch.most + 1
            let say = request.language
            return try await patients.list(query, for: request.caller).rows.map { RelatedField.Choice($0, say) }
        case .doctor:
            var query = DoctorQuery()
            query.search = words
            query.page.size = PeopleSearch.most + 1
            return try await doctors.list(query, for: request.caller).rows.map { RelatedField.Choice($0) }
        }
    }
}

extension RelatedField.Choice {
    /// The name and what distinguishes it, in a line.
    var text: String { "\(name) · \(marks)" }
}
