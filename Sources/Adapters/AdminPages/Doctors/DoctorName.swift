import Domain

/// A doctor's name with what distinguishes the doctor from others of that name: specialization and number.
struct DoctorName {
    let doctor: Doctor
    /// Whether it leads to the doctor's page.
    var isLink = true

    /// First and last name.
    static func text(_ doctor: Doctor) -> String {
        "\(doctor.details.firstName.text) \(doctor.details.lastName.text)"
    }

    /// The specialization and the number.
    static func marks(_ doctor: Doctor) -> String { "\(doctor.details.specialization.text) · #\(doctor.id.number)" }

    var html: HTML {
        let (name, address): (String, Address) = (DoctorName.text(doctor), "/admin/doctors/\(doctor.id)/")
        let shown: HTML =
            isLink
            ? "<a class=\"person-name\" href=\"\(address)\">\(name)</a>" : "<span class=\"person-name\">\(name)</span>"
        return "<span class=\"person\">\(shown) <span class=\"person-marks\">\(DoctorName.marks(doctor))</span></span>"
    }
}
