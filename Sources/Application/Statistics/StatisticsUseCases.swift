import Domain

/// What can be known about the clinic as a whole, without anything about anybody.
public struct StatisticsUseCases: Sendable {
    public let countAppointments: CountAppointments
    public let measureLoads: MeasureLoads
    public let countNewPatients: CountNewPatients
    public let countSignIns: CountSignIns
    public let countSessions: CountSessions

    init(storage: any Storage, clock: any WallClock, policy: Policy) {
        let access = StatisticsAccess(storage: storage, clock: clock, policy: policy)
        countAppointments = CountAppointments(access: access)
        measureLoads = MeasureLoads(access: access)
        countNewPatients = CountNewPatients(access: access)
        countSignIns = CountSignIns(access: access)
        countSessions = CountSessions(access: access)
    }
}
