import Domain

/// What can be done about doctors.
public struct DoctorUseCases: Sendable {
    public let register: RegisterDoctor
    public let find: FindDoctor
    public let list: ListDoctors
    public let change: ChangeDoctor
    public let delete: DeleteDoctor
    public let findDependents: FindDependents

    init(storage: any Storage, clock: any WallClock, policy: Policy) {
        register = RegisterDoctor(storage: storage, clock: clock, policy: policy)
        find = FindDoctor(storage: storage, clock: clock, policy: policy)
        list = ListDoctors(storage: storage, clock: clock, policy: policy)
        change = ChangeDoctor(storage: storage, clock: clock, policy: policy)
        delete = DeleteDoctor(storage: storage, clock: clock, policy: policy)
        findDependents = FindDependents(storage: storage, clock: clock, policy: policy)
    }
}
