import Application
import Domain

/// What can be done to many mappings.
struct AssignmentBulk: BulkWork {
    let pages: AssignmentPages

    var home: Address { AssignmentPages.home }
    var title: any Phrase { FramePhrase.mappings }
    var bulkAddress: Address { "/admin/mappings/bulk/" }

    enum Deed: String, BulkDeed {
        case end, delete

        var label: any Phrase {
            switch self {
            case .end: AssignmentPhrase.end
            case .delete: FormPhrase.delete
            }
        }

        func question(_ count: Int) -> any Phrase {
            switch self {
            case .end: AssignmentPhrase.endQuestion(count)
            case .delete: AssignmentPhrase.deleteQuestion(count)
            }
        }

        var action: Action {
            switch self {
            case .end: .changeAssignment
            case .delete: .deleteAssignment
            }
        }

        var isDangerous: Bool { self == .delete }

        var done: Flash.Deed {
            switch self {
            case .end: .mappingsEnded
            case .delete: .mappingDeleted
            }
        }
    }

    func row(_ number: Int64, for deed: Deed, _ request: PageRequest) async throws(Failure) -> BulkRow {
        let shown = try await pages.shown(try id(number), request)
        return BulkRow(
            number: number, name: shown.html, version: shown.assignment.updatedAt,
            about: shown.assignment.details.status.html(in: request.language))
    }

    func perform(
        _ deed: Deed, on number: Int64, expecting version: ExpectedVersion, _ request: PageRequest
    ) async throws(Failure) {
        let (id, assignments) = (try id(number), pages.assignments)
        switch deed {
        case .end:
            _ = try await assignments.change(id, by: request.caller, expecting: version) { present throws(Failure) in
                AssignmentForm(
                    patient: present.patient, doctor: present.doctor, previousStatus: present.status,
                    status: .completed, isActive: nil, notes: present.notes, reason: present.reason,
                    check: FieldCheck())
            }
        case .delete: try await assignments.delete(id, by: request.caller, expecting: version)
        }
    }

    private func id(_ number: Int64) throws(Failure) -> AssignmentID {
        guard let id = AssignmentID(number) else { throw .notFound(.assignment) }
        return id
    }
}
