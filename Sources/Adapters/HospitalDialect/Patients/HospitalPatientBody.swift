import Application
import Domain
import HTTPTransport

extension BodyReader {
    /// What a body says about a new patient, who claims the e-mail address.
    mutating func hospitalPatient() -> PatientForm {
        let firstName = value(HospitalPatientFields.firstName)
        let lastName = value(HospitalPatientFields.lastName)
        let dateOfBirth = value(HospitalPatientFields.age)
        let gender = value(HospitalPatientFields.gender)
        let email = value(HospitalPatientFields.email)
        guard check.errors.isEmpty, let firstName, let lastName, let dateOfBirth, let gender else {
            return PatientForm(claimedEmail: email, details: nil, check: check)
        }
        var details = PatientDetails(
            firstName: firstName, lastName: lastName, dateOfBirth: dateOfBirth, gender: gender, phoneNumber: nil)
        details.dateOfBirthIsEstimated = true
        details.email = email
        details.claimsEmail = true
        return PatientForm(claimedEmail: email, details: details, check: check)
    }

    /// What a body says about a patient who is there. Another age makes another estimate; another e-mail address is
    /// claimed from then on.
    mutating func hospitalPatient(over present: PatientDetails) -> PatientForm {
        let firstName = value(HospitalPatientFields.firstName, keeping: present.firstName)
        let lastName = value(HospitalPatientFields.lastName, keeping: present.lastName)
        // Whoever read the patient before a birthday and writes after it sends yesterday's age.
        let yesterday = CalendarDate(daysSince1970: today.daysSince1970 - 1)
        let age = HospitalPatientFields.age.keeping(
            present.dateOfBirth, answeredAs: [today, yesterday].map { present.dateOfBirth.age(on: $0) })
        let dateOfBirth = value(age, or: present.dateOfBirth)
        let email = optional(
            HospitalPatientFields.email.keeping(present.email, answeredAs: present.email?.text ?? ""), or: present.email
        )
        let claims = present.claimsEmail || email != present.email
        var details = present
        if let firstName, let lastName, let dateOfBirth {
            (details.firstName, details.lastName, details.email) = (firstName, lastName, email)
            details.claimsEmail = claims
            if dateOfBirth != present.dateOfBirth {
                (details.dateOfBirth, details.dateOfBirthIsEstimated) = (dateOfBirth, true)
            }
        }
        return PatientForm(
            claimedEmail: claims ? email : nil, details: check.errors.isEmpty ? details : nil, check: check)
    }

    /// A name, which a longer one survives when it is sent back as it was answered.
    mutating func value(
        _ declaration: ShortTextField<PersonName>, keeping present: PersonName
    ) -> PersonName? {
        value(declaration.keeping(present, answeredAs: present.short), or: present)
    }
}
