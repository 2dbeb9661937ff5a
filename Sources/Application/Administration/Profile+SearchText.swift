public import Domain

extension Profile {
    /// What a search for accounts looks at, one member a line, so that no word spans two: user name, e-mail address, both
    /// names. Folded.
    public func searchText(under username: Username) -> String {
        SearchText.folded([username.text, email.text, firstName?.text ?? "", lastName?.text ?? ""])
    }
}
