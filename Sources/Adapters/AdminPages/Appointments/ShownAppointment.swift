import Application
import Domain

/// An appointment with its people, as far as whoever looks may see them.
struct ShownAppointment: Sendable {
    let appointment: Appointment
    let doctor: Doctor?
    let patient: Patient?

    init(_ entry: AgendaEntry) { self.init(entry.appointment, entry.doctor, entry.patient) }

    init(_ appointment: Appointment, _ doctor: Doctor?, _ patient: Patient?) {
        self.appointment = appointment
        self.doctor = doctor
        self.patient = patient
    }

    var id: AppointmentID { appointment.id }
    var details: AppointmentDetails { appointment.details }
    var start: Instant { details.slot.start.instant }
    var end: Instant { details.slot.end }

    /// The patient's name; without it the patient's number.
    func patientName(in language: Language) -> String {
        patient.map(PatientName.text) ?? "\(language(Field.patient)) #\(details.patient.number)"
    }

    /// The patient's name with what distinguishes the patient.
    func patientHTML(in language: Language, isLink: Bool = true) -> HTML {
        guard let patient else { return "<span class=\"person\">\(patientName(in: language))</span>" }
        return PatientName(patient: patient, language: language, isLink: isLink).html
    }

    /// The doctor's name; without it the doctor's number.
    func doctorName(in language: Language) -> String {
        doctor.map(DoctorName.text) ?? "\(language(Field.doctor)) #\(details.doctor.number)"
    }

    func doctorHTML(in language: Language) -> HTML {
        doctor.map { DoctorName(doctor: $0).html } ?? "<span class=\"person\">\(doctorName(in: language))</span>"
    }
}

extension ShownAppointment {
    /// What it may become by whoever looks, as the appointment allows and the policy; the usual next step first.
    func steps(for request: PageRequest) -> [AppointmentStatus] {
        let present = details
        let possible = AppointmentStatus.allCases.filter { status in
            var details = present
            details.status = status
            return status != present.status && present.status.canBecome(status)
                && request.policy.permits(details, after: present, by: request.caller)
        }
        let usual = possible.filter { $0 == present.status.usualNext }
        return usual + possible.filter { $0 != present.status.usualNext }
    }
}

extension [AgendaEntry] {
    var shown: [ShownAppointment] { map(ShownAppointment.init) }
}
