public import Domain

extension DoctorDetails {
    /// What a search for doctors looks at, one member a line, so that no word spans two: both names, specialization.
    /// Folded.
    public var searchText: String { SearchText.folded([firstName.text, lastName.text, specialization.text]) }
}
