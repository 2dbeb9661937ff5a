public import Domain

extension PatientDetails {
    /// What a search for patients looks at, one member a line, so that no word spans two: both names, phone number,
    /// e-mail, insurance number. Folded, and with the marks of runs.
    public var searchText: String {
        SearchText.marked(
            SearchText.folded([
                firstName.text, lastName.text, phoneNumber?.text ?? "", email?.text ?? "",
                insurance.number?.text ?? "",
            ]))
    }
}
