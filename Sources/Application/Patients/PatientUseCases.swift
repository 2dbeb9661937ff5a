import Domain

/// What can be done about patients.
public struct PatientUseCases: Sendable {
    public let register: RegisterPatient
    public let find: FindPatient
    public let list: ListPatients
    public let change: ChangePatient
    public let delete: DeletePatient
    public let findDependents: FindDependents

    init(storage: any Storage, clock: any WallClock, policy: Policy) {
        register = RegisterPatient(storage: storage, clock: clock, policy: policy)
        find = FindPatient(storage: storage, clock: clock, policy: policy)
        list = ListPatients(storage: storage, clock: clock, policy: policy)
        change = ChangePatient(storage: storage, clock: clock, policy: policy)
        delete = DeletePatient(storage: storage, clock: clock, policy: policy)
        findDependents = FindDependents(storage: storage, clock: clock, policy: policy)
    }
}
