import Domain

/// The members of an appointment that can be written.
package enum AppointmentFields {
    static let doctor = ReferenceField<Doctor>(field: .doctor, help: "The doctor's number.")
    static let patient = ReferenceField<Patient>(field: .patient, help: "The patient's number.")
    static let start = StartField(help: "When it starts; without an offset the time is UTC.")
    static let length = NumberField<AppointmentLength>(
        field: .durationMinutes, standard: .standard, help: "Minutes; 30 when not sent.")
    static let reason = TextField<FreeText>(field: .reason, help: "Why the patient comes.")
    static let notes = TextField<FreeText>(field: .notes, help: "Notes about the appointment.")
    static let status = ChoiceField<AppointmentStatus>(
        field: .status, standard: .scheduled, help: "Where it stands; SCHEDULED when not sent.")

    /// All of them, in the order in which they are answered.
    package static let all: [any FieldDeclaration] = [
        doctor, patient, start, length, reason, notes, status,
    ]
}
