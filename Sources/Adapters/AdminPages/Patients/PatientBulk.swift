import Application
import Domain
import HTTPTransport

/// What can be done to many patients.
struct PatientBulk: BulkWork {
    let patients: PatientUseCases

    var home: Address { PatientPages.home }
    var title: any Phrase { PatientPhrase.patients }
    var bulkAddress: Address { "/admin/patients/bulk/" }

    enum Deed: String, BulkDeed {
        case export, delete

        var label: any Phrase {
            switch self {
            case .export: PatientPhrase.export
            case .delete: FormPhrase.delete
            }
        }

        func question(_ count: Int) -> any Phrase {
            switch self {
            case .export: PatientPhrase.exportQuestion(count)
            case .delete: PatientPhrase.deleteQuestion(count)
            }
        }

        var action: Action {
            switch self {
            case .export: .readPatients
            case .delete: .deletePatient
            }
        }

        var isDangerous: Bool { self == .delete }

        var done: Flash.Deed {
            switch self {
            case .export: .nothingChosen
            case .delete: .patientDeleted
            }
        }
    }

    /// A file of those who were chosen is made without a question.
    func take(_ request: PageRequest) async throws(Failure) -> Answer {
        let numbers = request.chosenNumbers
        guard request.form["action"] == Deed.export.rawValue, !numbers.isEmpty, !request.isDraft else {
            return try await bulk(request)
        }
        let names = Shape<Patient>.patient.memberNames
        var csv = CSV(names)
        for number in numbers {
            let values = Shape.patient.values(of: try await patients.find(try id(number), for: request.caller))
            csv.append(names.map { values[$0].map(FormValues.text) ?? "" })
        }
        return csv.answer("patients")
    }

    func row(_ number: Int64, for deed: Deed, _ request: PageRequest) async throws(Failure) -> BulkRow {
        let patient = try await patients.find(id(number), for: request.caller)
        let say = request.language
        var row = BulkRow(
            number: number, name: PatientName(patient: patient, language: say).html, version: patient.updatedAt)
        if deed == .delete {
            let dependents = try await patients.findDependents(of: patient.id, for: request.caller)
            row.about = "<span class=\"soft small\">\(say(DependentsPhrase(dependents)))</span>"
        }
        return row
    }

    func perform(
        _ deed: Deed, on number: Int64, expecting version: ExpectedVersion, _ request: PageRequest
    ) async throws(Failure) {
        switch deed {
        // A file is made of all at once.
        case .export: break
        case .delete: try await patients.delete(id(number), by: request.caller, expecting: version)
        }
    }

    private func id(_ number: Int64) throws(Failure) -> PatientID {
        guard let id = PatientID(number) else { throw .notFound(.patient) }
        return id
    }
}
