import Domain

/// A patient's name with what distinguishes the patient from others of that name: date of birth and number.
struct PatientName {
    let patient: Patient
    let language: Language
    /// Whether it leads to the patient's page.
    var isLink = true

    /// First and last name.
    static func text(_ patient: Patient) -> String {
        "\(patient.details.firstName.text) \(patient.details.lastName.text)"
    }

    /// The date of birth and the number.
    static func marks(_ patient: Patient, _ language: Language) -> String {
        "\(language.day(patient.details.dateOfBirth.date)) · #\(patient.id.number)"
    }

    var html: HTML {
        let name = PatientName.text(patient)
        let shown: HTML =
            isLink
            ? "<a class=\"person-name\" href=\"\(PatientPages.address(patient.id))\">\(name)</a>"
            : "<span class=\"person-name\">\(name)</span>"
        return """
            <span class="person">\(shown) <span class="person-marks">\(PatientName.marks(patient, language))</span></span>
            """
    }
}
