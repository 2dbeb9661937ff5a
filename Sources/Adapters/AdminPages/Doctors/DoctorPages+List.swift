import Application
import Domain
import HTTPTransport
import HTTPTypes

extension DoctorPages {
    func list(_ request: PageRequest) async throws(Failure) -> Answer {
        var reader = ParameterReader(request.exchange.query)
        var query = reader.doctorQuery()
        let (check, caller, doctors) = (reader.check, request.caller, doctors)
        if request.asksForCSV {
            return try await request.export("doctors", query, Shape.doctor) { query async throws(Failure) in
                try await doctors.list(query, check: check, for: caller)
            }
        }
        query.page.size = ListPageView<Doctor, DoctorSortKey>.pageSize
        do throws(Failure) {
            return listPage(try await doctors.list(query, check: check, for: caller), [], request)
        } catch .invalid(let errors) {
            return listPage(nil, errors, request)
        }
    }

    private func listPage(
        _ page: ListPage<Doctor, DoctorSortKey>?, _ errors: [FieldError], _ request: PageRequest
    ) -> Answer {
        let title = request.language(FramePhrase.doctors)
        var list = ListPageView(
            address: request.address, language: request.language, title: title, filters: DoctorPages.filters,
            columns: DoctorPages.columns, page: page, errors: errors)
        list.bulk = DoctorBulk(doctors: doctors).choice(request) { doctor, _ in
            (doctor.id.number, RelatedField.Choice(doctor).text)
        }
        list.csrf = request.csrfField
        let actions = request.offers(.registerDoctor) ? [DoctorPages.newLink(in: request.language)] : []
        let head = PageHead(title: "\(title)", actions: actions)
        return request.page(
            title, head.html(in: request.language) + list.html, status: errors.isEmpty ? .ok : .badRequest)
    }

    private static func newLink(in language: Language) -> HTML {
        """
        <a class="button button-primary" href="/admin/doctors/new/" data-key="n" aria-keyshortcuts="n">\
        \(language(DoctorPhrase.newDoctor))</a>
        """
    }

    private static let filters = [
        ListFilter(field: .specialization, kind: .text),
        ListFilter(field: .gender, kind: .choice(Gender.allCases.map(\.rawValue))),
        ListFilter(field: .isAvailable, kind: .boolean),
    ]

    private static let columns: [ListColumn<Doctor, DoctorSortKey>] = [
        ListColumn(DoctorPhrase.name, by: .lastName, isHead: true) { doctor, _ in DoctorName(doctor: doctor).html },
        ListColumn(Field.specialization, by: .specialization) { doctor, _ in "\(doctor.details.specialization.text)" },
        ListColumn(Field.phoneNumber) { doctor, _ in "\(doctor.details.phoneNumber?.text ?? "")" },
        ListColumn(Field.yearsOfExperience, by: .yearsOfExperience) { doctor, _ in
            "\(doctor.details.yearsOfExperience.number)"
        },
        ListColumn(Field.isAvailable) { doctor, say in DoctorPhrase.badge(of: doctor, in: say) },
    ]
}
