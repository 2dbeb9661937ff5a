package import Domain

extension Shape<Appointment> {
    /// An appointment as the API shows it.
    package static let appointment = Shape(
        "Appointment",
        [
            .identifier("id", "The appointment's number.") { $0.id.number },
            .init(AppointmentFields.doctor) { $0.details.doctor },
            .init(AppointmentFields.patient) { $0.details.patient },
            .init(AppointmentFields.start) { $0.details.slot.start },
            .init(AppointmentFields.length) { $0.details.slot.length },
            .init(AppointmentFields.reason) { $0.details.reason },
            .init(AppointmentFields.notes) { $0.details.notes },
            .init(AppointmentFields.status) { $0.details.status },
            .identifier("created_by", "The account that booked it.") { $0.createdBy.number },
            .time("created_at", "When it was booked.") { $0.createdAt },
            .time("updated_at", "When it was last changed.") { $0.updatedAt },
        ])
}

extension JSONWriter {
    mutating func appointment(_ appointment: Appointment) { Shape.appointment.write(appointment, to: &self) }
}
