import Application
import Domain
import HTTPTransport

/// A new patient, and changes of one.
extension PatientPages {
    func showNew(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.offers(.registerPatient) else { throw .notAllowed }
        return newPage(newForm(request), request)
    }

    func register(_ request: PageRequest) async throws(Failure) -> Answer {
        var form = newForm(request)
        form.values = FormValues(request.form)
        form.isDraft = request.isDraft
        if request.isDraft { return newPage(form, request) }
        do throws(Failure) {
            let number = try await request.once({ (patient: Patient) in patient.id.number }) { retry throws(Failure) in
                try await patients.register.once(retry, by: request.caller) { () throws(Failure) in
                    var reader = request.exchange.form(of: request.form)
                    return reader.patientForm(over: nil)
                }
            }
            guard let id = PatientID(number) else { throw .notFound(.patient) }
            return request.leave(for: PatientPages.address(id), saying: Flash(.patientRegistered))
        } catch {
            return newPage(try form.refused(error), request)
        }
    }

    func showEdit(_ request: PageRequest) async throws(Failure) -> Answer {
        let patient = try await patients.find(request.exchange.id(.patient), for: request.caller)
        return editPage(editForm(patient, request), patient, request)
    }

    func change(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: PatientID = try request.exchange.id(.patient)
        if request.isDraft { return try await editPage(of: id, request) { _ in } }
        do throws(Failure) {
            _ = try await patients.change(id, by: request.caller, expecting: request.expectedVersion) {
                present throws(Failure) in
                var reader = request.exchange.form(of: request.form)
                return reader.patientForm(over: present)
            }
            return request.leave(for: PatientPages.address(id), saying: Flash(.patientChanged))
        } catch {
            return try await editPage(of: id, request) { form throws(Failure) in
                guard error != .outdated else { return }
                form = try form.refused(error)
            }
        }
    }

    /// The form as it was typed. When the record is not the one any more that it showed, what stands now is shown beside
    /// it, and saving again means the record as it stands now.
    private func editPage(
        of id: PatientID, _ request: PageRequest, _ change: (inout RecordForm) throws(Failure) -> Void
    ) async throws(Failure) -> Answer {
        let patient = try await patients.find(id, for: request.caller)
        var form = editForm(patient, request)
        if request.shownVersion != patient.updatedAt { form.present = form.values }
        form.values = FormValues(request.form)
        form.isDraft = request.isDraft
        try change(&form)
        return editPage(form, patient, request)
    }

    private func newPage(_ form: RecordForm, _ request: PageRequest) -> Answer {
        page(form, request.language(PatientPhrase.newTitle), [], request)
    }

    private func editPage(_ form: RecordForm, _ patient: Patient, _ request: PageRequest) -> Answer {
        let name = PatientName.text(patient)
        return page(
            form, request.language(PatientPhrase.editTitle(name)), [(PatientPages.address(patient.id), name)], request)
    }

    private func page(
        _ form: RecordForm, _ title: String, _ trail: [(Address, String)], _ request: PageRequest
    ) -> Answer {
        let say = request.language
        let above = [(PatientPages.home, say(PatientPhrase.patients))] + trail
        let head = PageHead(title: "\(title)", trail: above.map { (address: $0.0, text: $0.1) })
        return request.page(title, head.html(in: say) + form.html(request), status: form.status)
    }

    private func newForm(_ request: PageRequest) -> RecordForm {
        RecordForm(
            groups: PatientPages.groups, action: "/admin/patients/new/", cancel: PatientPages.home, key: request.formKey
        )
    }

    private func editForm(_ patient: Patient, _ request: PageRequest) -> RecordForm {
        RecordForm(
            groups: PatientPages.groups, action: PatientPages.editAddress(patient.id),
            cancel: PatientPages.address(patient.id),
            values: FormValues(patient, .patient, PatientFields.all, in: request.time), version: patient.updatedAt)
    }

    /// All fields of a patient, as the form and the patient's page have them.
    static let groups = [
        RecordForm.Group(
            title: PatientPhrase.person,
            fields: PatientFields.all(of: [.firstName, .lastName, .dateOfBirth, .gender])),
        RecordForm.Group(
            title: PatientPhrase.contact,
            fields: PatientFields.all(of: [
                .phoneNumber, .email, .address, .emergencyContactName, .emergencyContactPhone,
            ])),
        RecordForm.Group(
            title: PatientPhrase.clinical,
            fields: PatientFields.all(of: [.bloodGroup, .allergies, .currentMedications, .medicalHistory])),
        RecordForm.Group(
            title: PatientPhrase.insurance, fields: PatientFields.all(of: [.insuranceProvider, .insuranceNumber])),
    ]
}

extension PatientFields {
    /// The declarations of these members, in this order.
    fileprivate static func all(of fields: [Field]) -> [any FieldDeclaration] {
        fields.compactMap { field in all.first { $0.field == field } }
    }
}

extension PageRequest {
    /// The version of the record that the form showed is the one that is meant.
    var expectedVersion: ExpectedVersion { .oneOf(shownVersion.map { [$0] } ?? []) }
}
