import Domain
import Testing

@Suite("The status of mappings")
struct AssignmentStatusTests {
    @Test("nothing sent changes nothing, and a status alone is taken", arguments: AssignmentStatus.allCases)
    func alone(status: AssignmentStatus) throws {
        #expect(try status.changed(to: nil, isActive: nil) == status)
        for next in AssignmentStatus.allCases {
            #expect(try status.changed(to: next, isActive: nil) == next)
        }
    }

    @Test("activity alone, true, writes active", arguments: AssignmentStatus.allCases)
    func active(status: AssignmentStatus) throws {
        #expect(try status.changed(to: nil, isActive: true) == .active)
    }

    @Test("activity alone, false, ends an active mapping and leaves the others as they are")
    func inactive() throws {
        let changed = try AssignmentStatus.allCases.map { try $0.changed(to: nil, isActive: false) }

        #expect(changed == [.inactive, .inactive, .completed])
    }

    @Test(
        "status and activity together must agree", arguments: AssignmentStatus.allCases,
        [
            (AssignmentStatus.active, true, true), (.active, false, false), (.inactive, true, false),
            (.inactive, false, true),
            (.completed, true, false), (.completed, false, true),
        ])
    func together(from: AssignmentStatus, change: (AssignmentStatus, Bool, Bool)) throws {
        let (status, isActive, agree) = change

        if agree {
            #expect(try from.changed(to: status, isActive: isActive) == status)
        } else {
            #expect(throws: Failure.conflict(.statusAndActivityDisagree)) {
                try from.changed(to: status, isActive: isActive)
            }
        }
    }

    @Test("statuses are written down by their names")
    func codes() {
        #expect(AssignmentStatus.allCases.map(\.rawValue) == ["active", "inactive", "completed"])
    }

    @Test("a mapping is active unless said otherwise, and keeps what it was made with")
    func assignment() throws {
        let details = AssignmentDetails(patient: ann, doctor: drHouse)
        let assignment = Assignment(
            id: AssignmentID(3)!, details: details, assignedBy: nurse, assignedAt: monday, updatedAt: monday)

        #expect(details.status == .active && details.notes == nil && details.reason == nil)
        #expect(assignment.details == details && assignment.assignedBy == nurse && assignment.id.number == 3)
        #expect(assignment.assignedAt == monday && assignment.updatedAt == monday)
    }
}
