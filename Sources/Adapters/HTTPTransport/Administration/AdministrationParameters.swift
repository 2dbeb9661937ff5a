package import Application
import Domain

/// What a list of accounts can be asked for.
enum AdministrationParameters {
    static let search = WordsParameter(
        help: "Words, each of which occurs in user name, e-mail address, first or last name.")
    static let role = ChoiceParameter<Role>(field: .role, help: "Only accounts of this role.")
    static let isActive = BooleanParameter(
        field: .isActive, help: "Only accounts that can sign in, or that are disabled.")
    static let ordering = OrderingParameter<AccountSortKey>(standard: "By user name when not sent.")

    static let all: [any ParameterDeclaration] = [search, role, isActive, ordering]
}

extension ParameterReader {
    /// Which accounts a list's parameters ask for.
    package mutating func accountQuery() -> AccountQuery {
        var query = AccountQuery()
        query.search = value(AdministrationParameters.search) ?? []
        query.role = value(AdministrationParameters.role)
        query.isActive = value(AdministrationParameters.isActive)
        query.ordering = value(AdministrationParameters.ordering) ?? []
        query.page = page()
        return query
    }
}
