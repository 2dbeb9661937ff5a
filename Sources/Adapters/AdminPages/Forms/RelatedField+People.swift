import Domain

extension RelatedField.Choice {
    init(_ patient: Patient, _ language: Language) {
        self.init(
            number: patient.id.number, name: PatientName.text(patient), marks: PatientName.marks(patient, language))
    }

    init(_ doctor: Doctor) {
        self.init(number: doctor.id.number, name: DoctorName.text(doctor), marks: DoctorName.marks(doctor))
    }
}
