import Application
import Domain
import HTTPTransport

extension BodyReader {
    /// What a body says about a new doctor, of whom neither licence nor telephone is known.
    mutating func hospitalDoctor() -> DoctorForm {
        let firstName = value(HospitalDoctorFields.firstName)
        let lastName = value(HospitalDoctorFields.lastName)
        let department = value(HospitalDoctorFields.department)
        let email = value(HospitalDoctorFields.email)
        let gender = value(HospitalDoctorFields.gender)
        guard check.errors.isEmpty, let firstName, let lastName, let department, let email, let gender else {
            return DoctorForm(license: nil, email: email, details: nil, check: check)
        }
        var details = DoctorDetails(
            firstName: firstName, lastName: lastName, specialization: department.specialization, licenseNumber: nil,
            phoneNumber: nil, email: email, gender: gender)
        details.maximumAppointmentsPerDay = HospitalDoctorFields.dailyCap
        return DoctorForm(license: nil, email: email, details: details, check: check)
    }

    /// What a body says about a doctor who is there.
    mutating func hospitalDoctor(over present: DoctorDetails) -> DoctorForm {
        let firstName = value(HospitalDoctorFields.firstName, keeping: present.firstName)
        let lastName = value(HospitalDoctorFields.lastName, keeping: present.lastName)
        let known = Department(present.specialization)
        let department = value(HospitalDoctorFields.department, or: known)
        let email = value(
            HospitalDoctorFields.email.keeping(present.email, answeredAs: present.email.text), or: present.email)
        var details = present
        if let firstName, let lastName, let department, let email {
            (details.firstName, details.lastName, details.email) = (firstName, lastName, email)
            if department != known { details.specialization = department.specialization }
        }
        return DoctorForm(
            license: nil, email: email, details: check.errors.isEmpty ? details : nil, check: check)
    }
}
