package import Domain

/// The members of a mapping that can be written.
package enum AssignmentFields {
    package static let patient = ReferenceField<Patient>(field: .patient, help: "The patient's number.")
    package static let doctor = ReferenceField<Doctor>(field: .doctor, help: "The doctor's number.")
    static let status = ChoiceField<AssignmentStatus>(
        field: .status, standard: .active, help: "How far the care has come; active when not sent.")
    static let isActive = BooleanField(field: .isActive, help: "Whether the status is active.")
    static let notes = TextField<FreeText>(field: .notes, help: "Notes about the mapping.")
    static let reason = TextField<FreeText>(field: .reasonForAssignment, help: "Why the doctor was assigned.")

    /// All of them, in the order in which they are answered.
    package static let all: [any FieldDeclaration] = [
        patient, doctor, status, isActive, notes, reason,
    ]
}
