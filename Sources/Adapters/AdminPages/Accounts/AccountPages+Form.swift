import Application
import Domain
import HTTPTransport

/// A new account, and changes of one.
extension AccountPages: RecordPages {
    var listAddress: Address { AccountPages.home }
    var listTitle: any Phrase { FramePhrase.accounts }

    func address(of account: Account) -> Address { AccountPages.address(account.id) }
    func name(of account: Account, in language: Language) -> String { account.username.text }
    var newTitle: any Phrase { AccountPhrase.new }
    func editTitle(_ name: String) -> any Phrase { AccountPhrase.editTitle(name) }

    func expectMaking(_ request: PageRequest) async throws(Failure) { try await request.expect(.manageAccounts) }

    func expectChanging(_ request: PageRequest) async throws(Failure) {
        let id: AccountID = try request.exchange.id(.account)
        try await request.expect(.manageAccounts, on: AuditSubject(id))
    }

    func find(_ request: PageRequest) async throws(Failure) -> Account {
        try await administration.find(request.exchange.id(.account), for: request.caller)
    }

    func make(_ request: PageRequest) async throws(Failure) -> Answer {
        let number = try await request.once({ (account: Account) in account.id.number }) { retry throws(Failure) in
            try await administration.create.once(retry, by: request.caller) { () throws(Failure) in
                var reader = request.exchange.form(of: request.form)
                return reader.newAccountForm()
            }
        }
        guard let id = AccountID(number) else { throw .notFound(.account) }
        return request.leave(for: AccountPages.address(id), saying: Flash(.accountCreated))
    }

    func save(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: AccountID = try request.exchange.id(.account)
        _ = try await administration.change(id, by: request.caller, expecting: request.expectedVersion) {
            present throws(Failure) in
            var reader = request.exchange.form(of: request.form)
            return reader.accountForm(over: present)
        }
        return request.leave(for: AccountPages.address(id), saying: Flash(.accountChanged))
    }

    func newForm(_ request: PageRequest) -> RecordForm {
        var values = FormValues()
        (values[.isActive], values[.mustChangePassword]) = ("true", "true")
        return RecordForm(
            groups: AccountPages.groups(of: AdministrationFields.input), action: "/admin/accounts/new/",
            cancel: AccountPages.home, autocompletes: [.password: "new-password"], values: values, key: request.formKey)
    }

    func editForm(_ account: Account, _ request: PageRequest) -> RecordForm {
        RecordForm(
            groups: AccountPages.groups(of: AdministrationFields.change),
            action: AccountPages.editAddress(account.id), cancel: AccountPages.address(account.id),
            values: FormValues(account, .account, AdministrationFields.change, in: request.time),
            version: account.updatedAt)
    }

    /// What the account's page shows.
    static let shownFields = AdministrationFields.input.filter { $0.field != .password }

    /// Some fields of an account in their groups.
    static func groups(of fields: [any FieldDeclaration]) -> [RecordForm.Group] {
        [
            RecordForm.Group(
                AccountPhrase.signingIn, [.username, .password, .isActive, .mustChangePassword], of: fields),
            RecordForm.Group(AccountPhrase.rights, [.role, .doctor, .patient], of: fields),
            RecordForm.Group(
                AccountPhrase.holder, [.email, .firstName, .lastName, .phoneNumber, .address, .dateOfBirth],
                of: fields),
        ]
    }
}
