import Application
import Domain

/// What can be done to many doctors.
struct DoctorBulk: BulkWork {
    let doctors: DoctorUseCases

    var home: Address { DoctorPages.home }
    var title: any Phrase { FramePhrase.doctors }
    var bulkAddress: Address { "/admin/doctors/bulk/" }

    enum Deed: String, BulkDeed {
        case available, unavailable, delete

        var label: any Phrase {
            switch self {
            case .available: DoctorPhrase.makeAvailable
            case .unavailable: DoctorPhrase.makeUnavailable
            case .delete: FormPhrase.delete
            }
        }

        func question(_ count: Int) -> any Phrase {
            switch self {
            case .available: DoctorPhrase.availableQuestion(count)
            case .unavailable: DoctorPhrase.unavailableQuestion(count)
            case .delete: DoctorPhrase.deleteQuestion(count)
            }
        }

        var action: Action {
            switch self {
            case .available, .unavailable: .changeDoctor
            case .delete: .deleteDoctor
            }
        }

        var isDangerous: Bool { self == .delete }

        var done: Flash.Deed {
            switch self {
            case .available: .doctorsAvailable
            case .unavailable: .doctorsUnavailable
            case .delete: .doctorDeleted
            }
        }
    }

    func row(_ number: Int64, for deed: Deed, _ request: PageRequest) async throws(Failure) -> BulkRow {
        let id = try id(number)
        let doctor = try await doctors.find(id, for: request.caller)
        var row = BulkRow(number: number, name: DoctorName(doctor: doctor).html, version: doctor.updatedAt)
        if deed == .delete {
            let dependents = try await doctors.findDependents(of: id, for: request.caller)
            row.about = "<span class=\"soft small\">\(request.language(DependentsPhrase(dependents)))</span>"
        }
        return row
    }

    func perform(
        _ deed: Deed, on number: Int64, expecting version: ExpectedVersion, _ request: PageRequest
    ) async throws(Failure) {
        let id = try id(number)
        switch deed {
        case .available, .unavailable:
            _ = try await doctors.change(id, by: request.caller, expecting: version) { present throws(Failure) in
                var details = present
                details.isAvailable = deed == .available
                return DoctorForm(license: nil, email: nil, details: details, check: FieldCheck())
            }
        case .delete: try await doctors.delete(id, by: request.caller, expecting: version)
        }
    }

    private func id(_ number: Int64) throws(Failure) -> DoctorID {
        guard let id = DoctorID(number) else { throw .notFound(.doctor) }
        return id
    }
}
