package import Domain

extension Shape<Appointment> {
    /// An appointment as the API shows it.
    package static let appointment = Shape("Appointment", AppointmentMembers.self)
}

private enum AppointmentMembers: MemberList {
    typealias Record = Appointment

    static func walk(_ members: inout some MemberVisitor<Appointment>) {
        members.identifier("id", "The appointment's number.") { $0.id.number }
        members.member(AppointmentFields.doctor) { $0.details.doctor }
        members.member(AppointmentFields.patient) { $0.details.patient }
        members.member(AppointmentFields.start) { $0.details.slot.start }
        members.member(AppointmentFields.length) { $0.details.slot.length }
        members.member(AppointmentFields.reason) { $0.details.reason }
        members.member(AppointmentFields.notes) { $0.details.notes }
        members.member(AppointmentFields.status) { $0.details.status }
        members.identifier("created_by", "The account that booked it.") { $0.createdBy.number }
        members.time("created_at", "When it was booked.") { $0.createdAt }
        members.time("updated_at", "When it was last changed.") { $0.updatedAt }
    }
}

extension JSONWriter {
    mutating func appointment(_ appointment: Appointment) { Shape.appointment.write(appointment, to: &self) }
}
