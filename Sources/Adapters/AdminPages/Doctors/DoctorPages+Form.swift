import Application
import Domain
import HTTPTransport

/// A new doctor, and changes of one.
extension DoctorPages: RecordPages {
    var listAddress: Address { DoctorPages.home }
    var listTitle: any Phrase { FramePhrase.doctors }

    func address(of doctor: Doctor) -> Address { DoctorPages.address(doctor.id) }
    func name(of doctor: Doctor, in language: Language) -> String { DoctorName.text(doctor) }
    var newTitle: any Phrase { DoctorPhrase.newTitle }
    func editTitle(_ name: String) -> any Phrase { DoctorPhrase.editTitle(name) }

    func expectMaking(_ request: PageRequest) async throws(Failure) { try await request.expect(.registerDoctor) }

    func expectChanging(_ request: PageRequest) async throws(Failure) {
        let id: DoctorID = try request.exchange.id(.doctor)
        guard request.policy.permits(.changeDoctor, on: id, by: request.caller) else {
            throw try await request.noteRefusal(.notAllowed, to: request.caller, on: AuditSubject(id))
        }
    }

    func find(_ request: PageRequest) async throws(Failure) -> Doctor {
        try await doctors.find(request.exchange.id(.doctor), for: request.caller)
    }

    func make(_ request: PageRequest) async throws(Failure) -> Answer {
        let number = try await request.once({ (doctor: Doctor) in doctor.id.number }) { retry throws(Failure) in
            try await doctors.register.once(retry, by: request.caller) { () throws(Failure) in
                var reader = request.exchange.form(of: request.form)
                return reader.doctorForm(over: nil)
            }
        }
        guard let id = DoctorID(number) else { throw .notFound(.doctor) }
        return request.leave(for: DoctorPages.address(id), saying: Flash(.doctorRegistered))
    }

    func save(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: DoctorID = try request.exchange.id(.doctor)
        _ = try await doctors.change(id, by: request.caller, expecting: request.expectedVersion) {
            present throws(Failure) in
            var reader = request.exchange.form(of: request.form)
            return reader.doctorForm(over: present)
        }
        return request.leave(for: DoctorPages.address(id), saying: Flash(.doctorChanged))
    }

    func newForm(_ request: PageRequest) -> RecordForm {
        var form = RecordForm(
            groups: DoctorPages.groups, action: "/admin/doctors/new/", cancel: DoctorPages.home, key: request.formKey)
        for field in form.fields where field.input == .boolean { form.values[field.field] = "true" }
        return form
    }

    func editForm(_ doctor: Doctor, _ request: PageRequest) -> RecordForm {
        RecordForm(
            groups: DoctorPages.groups, action: DoctorPages.editAddress(doctor.id),
            cancel: DoctorPages.address(doctor.id),
            values: FormValues(doctor, .doctor, DoctorFields.all, in: request.time), version: doctor.updatedAt)
    }

    /// All fields of a doctor, as the form and the doctor's page have them.
    static let groups = [
        RecordForm.Group(DoctorPhrase.person, [.firstName, .lastName, .dateOfBirth, .gender], of: DoctorFields.all),
        RecordForm.Group(DoctorPhrase.contact, [.phoneNumber, .email, .address], of: DoctorFields.all),
        RecordForm.Group(
            DoctorPhrase.profession,
            [.specialization, .licenseNumber, .yearsOfExperience, .languagesSpoken, .education, .certifications],
            of: DoctorFields.all),
        RecordForm.Group(
            DoctorPhrase.practice, [.consultationFee, .maximumAppointmentsPerDay, .isAvailable], of: DoctorFields.all),
    ]
}
