package import Application
package import Domain

extension BodyReader {
    /// What a body says about an appointment.
    ///
    /// - Parameter present: the details before the request, which members that were not sent keep.
    package mutating func appointmentForm(over present: AppointmentDetails?) -> AppointmentForm {
        let doctor = value(AppointmentFields.doctor, or: present?.doctor)
        let patient = value(AppointmentFields.patient, or: present?.patient)
        let start = value(AppointmentFields.start, or: present?.slot.start)
        let length = value(AppointmentFields.length, or: present?.slot.length)
        let reason = optional(AppointmentFields.reason, or: present?.reason)
        let notes = optional(AppointmentFields.notes, or: present?.notes)
        let status = value(AppointmentFields.status, or: present?.status)
        return AppointmentForm(
            doctor: doctor, patient: patient, start: start, length: length, reason: reason, notes: notes,
            status: status, check: check)
    }
}
