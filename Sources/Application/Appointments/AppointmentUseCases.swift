import Domain

/// What can be done about appointments.
public struct AppointmentUseCases: Sendable {
    public let book: BookAppointment
    public let find: FindAppointment
    public let findWithPeople: FindAppointmentWithPeople
    public let list: ListAppointments
    public let listWithPeople: ListAppointmentsWithPeople
    public let change: ChangeAppointment
    public let delete: DeleteAppointment
    public let listAgenda: ListAgenda
    public let findAgendaVersion: FindAgendaVersion
    public let countAgenda: CountAgenda
    public let preview: PreviewBooking

    init(storage: any Storage, clock: any WallClock, policy: Policy) {
        book = BookAppointment(storage: storage, clock: clock, policy: policy)
        find = FindAppointment(storage: storage, clock: clock, policy: policy)
        findWithPeople = FindAppointmentWithPeople(find: find)
        list = ListAppointments(storage: storage, clock: clock, policy: policy)
        listWithPeople = ListAppointmentsWithPeople(list: list)
        change = ChangeAppointment(storage: storage, clock: clock, policy: policy)
        delete = DeleteAppointment(storage: storage, clock: clock, policy: policy)
        listAgenda = ListAgenda(storage: storage, clock: clock, policy: policy)
        findAgendaVersion = FindAgendaVersion(storage: storage, policy: policy)
        countAgenda = CountAgenda(storage: storage, policy: policy)
        preview = PreviewBooking(storage: storage, clock: clock, policy: policy)
    }
}
