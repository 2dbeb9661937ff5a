/// What is told about `/api/doctors/`.
enum DoctorOperations {
    private static let record = RecordDocumentation(
        tag: .doctors, schema: Shape.doctor.schema, example: example,
        input: BodyContent(
            "DoctorInput", errors: "DoctorErrors", of: DoctorFields.all,
            examples: [Example("doctor", "A cardiologist", input)]),
        change: BodyContent(
            "DoctorChange", errors: "DoctorErrors", of: DoctorFields.all, isChange: true,
            examples: [
                Example(
                    "fee", "Another price", ["consultation_fee": "165.50", "languages_spoken": "Spanish, English"]),
                Example(
                    "absence", "No new appointments for now",
                    ["is_available": false, "max_appointments_per_day": .null]),
            ]))

    static let list = record.list(
        "listDoctors", "List doctors", "All doctors, by last name, first name and id.", page: "DoctorPage",
        parameters: DoctorParameters.all)
    static let register = record.create(
        "createDoctor", "Register a doctor", "Licence number and e-mail address are unique among doctors.")
    static let find = record.find("getDoctor", "Read a doctor")
    static let replace = record.change(
        "putDoctor", "Change a doctor (PUT)", "Changes the members that are sent, exactly like PATCH.")
    static let change = record.change(
        "patchDoctor", "Change a doctor", "Changes the members that are sent; others keep their values.")
    static let delete = record.delete(
        "deleteDoctor", "Delete a doctor", "Mappings and appointments of the doctor go along.")

    private static let input: JSONValue = [
        "first_name": "Renée", "last_name": "Núñez", "specialization": "Cardiology", "license_number": "NJ-40217",
        "phone_number": "555-0101", "email": "renee.nunez@example.org", "gender": "F", "consultation_fee": "150.00",
        "years_of_experience": 12, "max_appointments_per_day": 16,
    ]
    static let example: JSONValue = [
        "id": 4, "first_name": "Renée", "last_name": "Núñez", "specialization": "Cardiology",
        "license_number": "NJ-40217", "phone_number": "555-0101", "email": "renee.nunez@example.org", "address": "",
        "gender": "F", "date_of_birth": .null, "years_of_experience": 12, "education": "", "certifications": "",
        "languages_spoken": "", "consultation_fee": "150.00", "is_available": true, "max_appointments_per_day": 16,
        "created_at": "2031-02-11T07:30:00Z", "updated_at": "2031-02-11T07:30:00Z",
    ]
}
