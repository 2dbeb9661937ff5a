extension PatientDetails {
    /// These details, entered over others, with what such an entry does not say: the claim to the e-mail address stays,
    /// and a date of birth that is repeated stays as estimated as it was; another one is taken for exact.
    public func keepingMarks(of present: PatientDetails?) -> PatientDetails {
        guard let present else { return self }
        var details = self
        details.claimsEmail = present.claimsEmail
        details.dateOfBirthIsEstimated = present.dateOfBirthIsEstimated && dateOfBirth == present.dateOfBirth
        return details
    }
}
