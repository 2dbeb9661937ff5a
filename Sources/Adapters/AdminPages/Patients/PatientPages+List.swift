import Application
import Domain
import HTTPTransport
import HTTPTypes

extension PatientPages {
    func list(_ request: PageRequest) async throws(Failure) -> Answer {
        let question = try await ListQuestion(request, PatientPages.filters, search)
        guard question.isClear else { return listPage(nil, question, [], request) }
        var reader = ParameterReader(question.parameters)
        var query = reader.patientQuery()
        let (check, caller, patients) = (reader.check, request.caller, patients)
        if request.asksForCSV {
            return try await request.export("patients", query, Shape.patient) { query async throws(Failure) in
                try await patients.list(query, check: check, for: caller)
            }
        }
        query.page.size = ListPageView<Patient, PatientSortKey>.pageSize
        do throws(Failure) {
            return listPage(try await patients.list(query, check: check, for: caller), question, [], request)
        } catch .invalid(let errors) {
            return listPage(nil, question, errors, request)
        }
    }

    private func listPage(
        _ page: ListPage<Patient, PatientSortKey>?, _ question: ListQuestion, _ errors: [FieldError],
        _ request: PageRequest
    ) -> Answer {
        let say = request.language
        let title = say(PatientPhrase.patients)
        var list = ListPageView(
            address: request.address, language: say, title: title, filters: PatientPages.filters,
            columns: columns(request.time), page: page, errors: errors)
        list.question = question
        list.bulk = PatientBulk(patients: patients).choice(request, besides: [PatientExport.button(in: say)]) {
            patient, say in
            (patient.id.number, RelatedField.Choice(patient, say).text)
        }
        list.csrf = request.csrfField
        let head = PageHead(
            title: "\(title)",
            actions: request.offers(.registerPatient) ? [PatientPages.newLink(in: say)] : [])
        return request.page(title, head.html(in: say) + list.html, status: errors.isEmpty ? .ok : .badRequest)
    }

    private static func newLink(in language: Language) -> HTML {
        """
        <a class="button button-primary" href="/admin/patients/new/" data-key="n" aria-keyshortcuts="n">\
        \(language(PatientPhrase.newPatient))</a>
        """
    }

    private static let filters = [
        ListFilter(field: .gender, kind: .choice(Gender.allCases.map(\.rawValue))),
        ListFilter(field: .bloodGroup, kind: .choice(BloodGroup.allCases.map(\.rawValue))),
        ListFilter(field: .dateOfBirth, kind: .date),
        .person(.doctor),
    ]

    private func columns(_ time: ClinicTime) -> [ListColumn<Patient, PatientSortKey>] {
        [
            ListColumn(PatientPhrase.name, by: .lastName, isHead: true) {
                PatientName(patient: $0, language: $1).html
            },
            ListColumn(PatientPhrase.born, by: .dateOfBirth) { "\($1.day($0.details.dateOfBirth.date))" },
            ListColumn(Field.gender) { "\($1($0.details.gender))" },
            ListColumn(PatientPhrase.phone) { patient, _ in "\(patient.details.phoneNumber?.text ?? "")" },
            ListColumn(PatientPhrase.registered, by: .createdAt) { "\($1.moment($0.createdAt, in: time))" },
        ]
    }
}
