import Application
import Domain
import HTTPTransport

/// What can be done to many patients.
struct PatientBulk: BulkWork {
    let patients: PatientUseCases

    var home: Address { PatientPages.home }
    var title: any Phrase { PatientPhrase.patients }
    var bulkAddress: Address { PatientPages.bulkAddress }

    enum Deed: String, BulkDeed {
        case delete

        var label: any Phrase {
            switch self {
            case .delete: FormPhrase.delete
            }
        }

        func question(_ count: Int) -> any Phrase {
            switch self {
            case .delete: PatientPhrase.deleteQuestion(count)
            }
        }

        var action: Action {
            switch self {
            case .delete: .deletePatient
            }
        }

        var isDangerous: Bool { self == .delete }

        var done: Flash.Deed {
            switch self {
            case .delete: .patientDeleted
            }
        }
    }

    func row(_ number: Int64, for deed: Deed, _ request: PageRequest) async throws(Failure) -> BulkRow {
        let patient = try await patients.find.toName(id(number), for: request.caller)
        let say = request.language
        var row = BulkRow(
            number: number, name: PatientName(patient: patient, language: say).html, version: patient.updatedAt)
        let dependents = try await patients.findDependents(of: patient.id, for: request.caller)
        row.about = "<span class=\"soft small\">\(say(DependentsPhrase(dependents)))</span>"
        return row
    }

    func perform(
        _ deed: Deed, on number: Int64, expecting version: ExpectedVersion, _ request: PageRequest
    ) async throws(Failure) {
        switch deed {
        case .delete: try await patients.delete(id(number), by: request.caller, expecting: version)
        }
    }

    private func id(_ number: Int64) throws(Failure) -> PatientID {
        guard let id = PatientID(number) else { throw .notFound(.patient) }
        return id
    }
}
