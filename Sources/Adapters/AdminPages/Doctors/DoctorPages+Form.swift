import Application
import Domain
import HTTPTransport

/// A new doctor, and changes of one.
extension DoctorPages {
    func showNew(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.offers(.registerDoctor) else { throw .notAllowed }
        var form = newForm(request)
        for field in form.fields where field.input == .boolean { form.values[field.field] = "true" }
        return newPage(form, request)
    }

    func register(_ request: PageRequest) async throws(Failure) -> Answer {
        var form = newForm(request)
        form.values = FormValues(request.form)
        form.isDraft = request.isDraft
        if request.isDraft { return newPage(form, request) }
        do throws(Failure) {
            let number = try await request.once({ (doctor: Doctor) in doctor.id.number }) { retry throws(Failure) in
                try await doctors.register.once(retry, by: request.caller) { () throws(Failure) in
                    var reader = request.exchange.form(of: request.form)
                    return reader.doctorForm(over: nil)
                }
            }
            guard let id = DoctorID(number) else { throw .notFound(.doctor) }
            return request.leave(for: DoctorPages.address(id), saying: Flash(.doctorRegistered))
        } catch {
            return newPage(try form.refused(error), request)
        }
    }

    func showEdit(_ request: PageRequest) async throws(Failure) -> Answer {
        let doctor = try await doctors.find(request.exchange.id(.doctor), for: request.caller)
        guard request.policy.permits(.changeDoctor, on: doctor.id, by: request.caller) else { throw .notAllowed }
        return editPage(editForm(doctor, request), doctor, request)
    }

    func change(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: DoctorID = try request.exchange.id(.doctor)
        if request.isDraft { return try await editPage(of: id, request) { _ in } }
        do throws(Failure) {
            _ = try await doctors.change(id, by: request.caller, expecting: request.expectedVersion) {
                present throws(Failure) in
                var reader = request.exchange.form(of: request.form)
                return reader.doctorForm(over: present)
            }
            return request.leave(for: DoctorPages.address(id), saying: Flash(.doctorChanged))
        } catch {
            return try await editPage(of: id, request) { form throws(Failure) in
                guard error != .outdated else { return }
                form = try form.refused(error)
            }
        }
    }

    /// The form as it was typed, beside what somebody else saved meanwhile.
    private func editPage(
        of id: DoctorID, _ request: PageRequest, _ change: (inout RecordForm) throws(Failure) -> Void
    ) async throws(Failure) -> Answer {
        let doctor = try await doctors.find(id, for: request.caller)
        var form = editForm(doctor, request)
        if request.shownVersion != doctor.updatedAt { form.present = form.values }
        form.values = FormValues(request.form)
        form.isDraft = request.isDraft
        try change(&form)
        return editPage(form, doctor, request)
    }

    private func newPage(_ form: RecordForm, _ request: PageRequest) -> Answer {
        page(form, request.language(DoctorPhrase.newTitle), [], request)
    }

    private func editPage(_ form: RecordForm, _ doctor: Doctor, _ request: PageRequest) -> Answer {
        let name = DoctorName.text(doctor)
        return page(
            form, request.language(DoctorPhrase.editTitle(name)), [(DoctorPages.address(doctor.id), name)], request)
    }

    private func page(
        _ form: RecordForm, _ title: String, _ trail: [(Address, String)], _ request: PageRequest
    ) -> Answer {
        let say = request.language
        let above = [(DoctorPages.home, say(FramePhrase.doctors))] + trail
        let head = PageHead(title: "\(title)", trail: above.map { (address: $0.0, text: $0.1) })
        return request.page(title, head.html(in: say) + form.html(request), status: form.status)
    }

    private func newForm(_ request: PageRequest) -> RecordForm {
        RecordForm(
            groups: DoctorPages.groups, action: "/admin/doctors/new/", cancel: DoctorPages.home, key: request.formKey)
    }

    private func editForm(_ doctor: Doctor, _ request: PageRequest) -> RecordForm {
        RecordForm(
            groups: DoctorPages.groups, action: DoctorPages.editAddress(doctor.id),
            cancel: DoctorPages.address(doctor.id),
            values: FormValues(doctor, .doctor, DoctorFields.all, in: request.time), version: doctor.updatedAt)
    }

    /// All fields of a doctor, as the form and the doctor's page have them.
    static let groups = [
        RecordForm.Group(
            title: DoctorPhrase.person, fields: all(of: [.firstName, .lastName, .dateOfBirth, .gender])),
        RecordForm.Group(title: DoctorPhrase.contact, fields: all(of: [.phoneNumber, .email, .address])),
        RecordForm.Group(
            title: DoctorPhrase.profession,
            fields: all(of: [
                .specialization, .licenseNumber, .yearsOfExperience, .languagesSpoken, .education, .certifications,
            ])),
        RecordForm.Group(
            title: DoctorPhrase.practice, fields: all(of: [.consultationFee, .maximumAppointmentsPerDay, .isAvailable])),
    ]

    private static func all(of fields: [Field]) -> [any FieldDeclaration] {
        fields.compactMap { field in DoctorFields.all.first { $0.field == field } }
    }
}
