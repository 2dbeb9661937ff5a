import Domain

/// What can be done about mappings.
public struct AssignmentUseCases: Sendable {
    public let assign: AssignDoctor
    public let find: FindAssignment
    public let findWithPeople: FindAssignmentWithPeople
    public let list: ListAssignments
    public let listWithPeople: ListAssignmentsWithPeople
    public let listOfPatient: ListAssignmentsOfPatient
    public let change: ChangeAssignment
    public let delete: DeleteAssignment

    init(storage: any Storage, clock: any WallClock, policy: Policy) {
        assign = AssignDoctor(storage: storage, clock: clock, policy: policy)
        find = FindAssignment(storage: storage, clock: clock, policy: policy)
        findWithPeople = FindAssignmentWithPeople(find: find)
        list = ListAssignments(storage: storage, clock: clock, policy: policy)
        listWithPeople = ListAssignmentsWithPeople(list: list)
        listOfPatient = ListAssignmentsOfPatient(storage: storage, clock: clock, policy: policy)
        change = ChangeAssignment(storage: storage, clock: clock, policy: policy)
        delete = DeleteAssignment(storage: storage, clock: clock, policy: policy)
    }
}
