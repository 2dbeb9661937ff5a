import Application
import Domain
import HTTPTransport
import HTTPTypes

extension AssignmentPages {
    private typealias Row = AssignmentWithPeople

    func list(_ request: PageRequest) async throws(Failure) -> Answer {
        let question = try await ListQuestion(request, AssignmentPages.filters, search)
        guard question.isClear else { return listPage(nil, question, [], request) }
        var reader = ParameterReader(question.parameters)
        var query = reader.assignmentQuery()
        let (check, caller, assignments) = (reader.check, request.caller, assignments)
        if request.asksForCSV {
            return try await request.export("mappings", query, Shape.mappingRow) { query async throws(Failure) in
                try await assignments.listWithPeople(query, check: check, for: caller)
            }
        }
        query.page.size = ListPageView<Row, AssignmentSortKey>.pageSize
        do throws(Failure) {
            let page = try await assignments.listWithPeople(query, check: check, for: caller)
            return listPage(page, question, [], request)
        } catch .invalid(let errors) {
            return listPage(nil, question, errors, request)
        }
    }

    private func listPage(
        _ page: ListPage<Row, AssignmentSortKey>?, _ question: ListQuestion, _ errors: [FieldError],
        _ request: PageRequest
    ) -> Answer {
        let say = request.language
        let title = say(FramePhrase.mappings)
        var list = ListPageView(
            address: request.address, language: say, title: title, filters: AssignmentPages.filters,
            columns: AssignmentPages.columns(request.time), page: page, errors: errors)
        list.hasSearch = false
        list.question = question
        list.bulk = AssignmentBulk(pages: self).choice(request) { row, _ in
            (row.assignment.id.number, "\(PatientName.text(row.patient)) – \(DoctorName.text(row.doctor))")
        }
        list.csrf = request.csrfField
        let head = PageHead(
            title: "\(title)",
            actions: request.offers(.assignDoctor) ? [AssignmentPages.newLink("/admin/mappings/new/", in: say)] : [])
        return request.page(title, head.html(in: say) + list.html, status: errors.isEmpty ? .ok : .badRequest)
    }

    static func newLink(_ address: Address, in language: Language) -> HTML {
        """
        <a class="button button-primary" href="\(address)" data-key="n" aria-keyshortcuts="n">\
        \(language(AssignmentPhrase.newMapping))</a>
        """
    }

    private static let filters = [
        ListFilter.person(.patient), .person(.doctor),
        ListFilter(field: .status, kind: .choice(AssignmentStatus.allCases.map(\.rawValue))),
    ]

    private static func columns(_ time: ClinicTime) -> [ListColumn<Row, AssignmentSortKey>] {
        [
            ListColumn(Field.patient, isHead: true) { PatientName(patient: $0.patient, language: $1).html },
            ListColumn(Field.doctor) { row, _ in DoctorName(doctor: row.doctor).html },
            ListColumn(Field.status, by: .status) { $0.assignment.details.status.html(in: $1) },
            ListColumn(AssignmentPhrase.since, by: .assignedAt) { row, say in
                """
                <a href="\(AssignmentPages.address(row.assignment.id))">\
                \(say.moment(row.assignment.assignedAt, in: time))</a>
                """
            },
        ]
    }
}

extension Shape<AssignmentWithPeople> {
    /// A mapping as a file has it.
    fileprivate static let mappingRow = Shape(
        "MappingRow",
        [
            .members(of: .assignment) { $0.assignment },
            .text("patient_name", "The patient's name.") { PatientName.text($0.patient) },
            .text("doctor_name", "The doctor's name.") { DoctorName.text($0.doctor) },
        ])
}
