import Application
import Domain
import HTTPTransport

/// A file of patients who were chosen from the list.
struct PatientExport {
    let patients: PatientUseCases

    /// What its button sends.
    static let deed = "export"

    static func button(in language: Language) -> HTML {
        """
        <button class="button button-small" name="action" value="\(deed)">\(language(PatientPhrase.export))</button>
        """
    }

    /// The file; when some of those chosen are gone, first the question whether it is to be made without them.
    func take(_ request: PageRequest) async throws(Failure) -> Answer {
        let numbers = request.chosenNumbers
        let found = try await found(numbers) { id throws(Failure) in
            try await patients.find(id, for: request.caller)
        }
        guard !found.isEmpty, found.count == numbers.count else { return question(found, of: numbers.count, request) }
        let names = Shape<Patient>.patient.memberNames
        var csv = CSV(names)
        for patient in found {
            let values = Shape.patient.values(of: patient)
            csv.append(names.map { values[$0].map(FormValues.text) ?? "" })
        }
        return csv.answer("patients")
    }

    /// The question, for whoever comes back from signing in.
    func ask(_ request: PageRequest) async throws(Failure) -> Answer {
        let numbers = request.chosenNumbers
        let found = try await found(numbers) { id throws(Failure) in
            try await patients.find.toName(id, for: request.caller)
        }
        return question(found, of: numbers.count, request)
    }

    private func question(_ found: [Patient], of count: Int, _ request: PageRequest) -> Answer {
        let (say, next) = (request.language, request.next ?? PatientPages.home)
        guard !found.isEmpty else { return request.leave(for: next, saying: Flash(.nothingChosen)) }
        let rows = found.map { patient in
            BulkRow(
                number: patient.id.number, name: PatientName(patient: patient, language: say).html,
                version: patient.updatedAt)
        }
        let title = say(PatientPhrase.exportQuestion(rows.count))
        let head = PageHead(title: "\(title)", trail: [(PatientPages.home, say(PatientPhrase.patients))])
        let gone = HTML.when(rows.count < count, Notice.warning(say(BulkPhrase.gone(count - rows.count))))
        let form = BulkForm(
            address: PatientPages.bulkAddress, deed: PatientExport.deed, label: say(PatientPhrase.export),
            isDangerous: false, rows: rows, next: next)
        return request.page(title, head.html(in: say) + gone + form.html(request))
    }

    /// Those who are there of whom the caller may see.
    private func found(
        _ numbers: [Int64], _ find: (PatientID) async throws(Failure) -> Patient
    ) async throws(Failure) -> [Patient] {
        var found: [Patient] = []
        for id in numbers.compactMap({ PatientID($0) }) {
            do throws(Failure) { found.append(try await find(id)) } catch .notFound {}
        }
        return found
    }
}
