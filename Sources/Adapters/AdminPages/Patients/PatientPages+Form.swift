import Application
import Domain
import HTTPTransport

/// A new patient, and changes of one.
extension PatientPages: RecordPages {
    var listAddress: Address { PatientPages.home }
    var listTitle: any Phrase { PatientPhrase.patients }

    func address(of patient: Patient) -> Address { PatientPages.address(patient.id) }
    func name(of patient: Patient, in language: Language) -> String { PatientName.text(patient) }
    var newTitle: any Phrase { PatientPhrase.newTitle }
    func editTitle(_ name: String) -> any Phrase { PatientPhrase.editTitle(name) }

    func expectMaking(_ request: PageRequest) async throws(Failure) { try await request.expect(.registerPatient) }

    func expectChanging(_ request: PageRequest) async throws(Failure) {
        let id: PatientID = try request.exchange.id(.patient)
        try await request.expect(.writeClinicalText, on: AuditSubject(id))
    }

    func find(_ request: PageRequest) async throws(Failure) -> Patient {
        try await patients.find(request.exchange.id(.patient), for: request.caller)
    }

    func make(_ request: PageRequest) async throws(Failure) -> Answer {
        let number = try await request.once({ (patient: Patient) in patient.id.number }) { retry throws(Failure) in
            try await patients.register.once(retry, by: request.caller) { () throws(Failure) in
                var reader = request.exchange.form(of: request.form)
                return reader.patientForm(over: nil)
            }
        }
        guard let id = PatientID(number) else { throw .notFound(.patient) }
        return request.leave(for: PatientPages.address(id), saying: Flash(.patientRegistered))
    }

    func save(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: PatientID = try request.exchange.id(.patient)
        _ = try await patients.change(id, by: request.caller, expecting: request.expectedVersion) {
            present throws(Failure) in
            var reader = request.exchange.form(of: request.form, isChange: !request.offers(.changePatient))
            return reader.patientForm(over: present)
        }
        return request.leave(for: PatientPages.address(id), saying: Flash(.patientChanged))
    }

    func newForm(_ request: PageRequest) -> RecordForm {
        RecordForm(
            groups: PatientPages.groups, action: "/admin/patients/new/", cancel: PatientPages.home, key: request.formKey
        )
    }

    func editForm(_ patient: Patient, _ request: PageRequest) -> RecordForm {
        var form = RecordForm(
            groups: PatientPages.groups, action: PatientPages.editAddress(patient.id),
            cancel: PatientPages.address(patient.id),
            values: FormValues(patient, .patient, PatientFields.all, in: request.time), version: patient.updatedAt)
        if !request.offers(.changePatient) {
            form.readOnly = Set(form.fields.map(\.field)).subtracting(PatientPages.clinicalText)
        }
        return form
    }

    /// What whoever treats a patient may write.
    private static let clinicalText: Set<Field> = [.medicalHistory, .allergies, .currentMedications]

    /// All fields of a patient, as the form and the patient's page have them.
    static let groups = [
        RecordForm.Group(PatientPhrase.person, [.firstName, .lastName, .dateOfBirth, .gender], of: PatientFields.all),
        RecordForm.Group(
            PatientPhrase.contact, [.phoneNumber, .email, .address, .emergencyContactName, .emergencyContactPhone],
            of: PatientFields.all),
        RecordForm.Group(
            PatientPhrase.clinical, [.bloodGroup, .allergies, .currentMedications, .medicalHistory],
            of: PatientFields.all),
        RecordForm.Group(PatientPhrase.insurance, [.insuranceProvider, .insuranceNumber], of: PatientFields.all),
    ]
}
