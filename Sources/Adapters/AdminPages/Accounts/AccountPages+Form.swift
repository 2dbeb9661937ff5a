import Application
import Domain
import HTTPTransport

/// A new account, and changes of one.
extension AccountPages {
    func showNew(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.offers(.manageAccounts) else { throw .notAllowed }
        return newPage(newForm(request), request)
    }

    func create(_ request: PageRequest) async throws(Failure) -> Answer {
        var form = newForm(request)
        form.values = FormValues(request.form)
        form.isDraft = request.isDraft
        if request.isDraft { return newPage(form, request) }
        do throws(Failure) {
            let number = try await request.once({ (account: Account) in account.id.number }) { retry throws(Failure) in
                try await administration.create.once(retry, by: request.caller) { () throws(Failure) in
                    var reader = request.exchange.form(of: request.form)
                    return reader.newAccountForm()
                }
            }
            guard let id = AccountID(number) else { throw .notFound(.account) }
            return request.leave(for: AccountPages.address(id), saying: Flash(.accountCreated))
        } catch {
            return newPage(try form.refused(error), request)
        }
    }

    func showEdit(_ request: PageRequest) async throws(Failure) -> Answer {
        let account = try await administration.find(request.exchange.id(.account), for: request.caller)
        return editPage(editForm(account, request), account, request)
    }

    func change(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: AccountID = try request.exchange.id(.account)
        if request.isDraft { return try await editPage(of: id, request) { _ in } }
        do throws(Failure) {
            _ = try await administration.change(id, by: request.caller, expecting: request.expectedVersion) {
                present throws(Failure) in
                var reader = request.exchange.form(of: request.form)
                return reader.accountForm(over: present)
            }
            return request.leave(for: AccountPages.address(id), saying: Flash(.accountChanged))
        } catch {
            return try await editPage(of: id, request) { form throws(Failure) in
                guard error != .outdated else { return }
                form = try form.refused(error)
            }
        }
    }

    /// The form as it was typed, beside what stands now when the record is not the one any more that it showed.
    private func editPage(
        of id: AccountID, _ request: PageRequest, _ change: (inout RecordForm) throws(Failure) -> Void
    ) async throws(Failure) -> Answer {
        let account = try await administration.find(id, for: request.caller)
        var form = editForm(account, request)
        if request.shownVersion != account.updatedAt { form.present = form.values }
        form.values = FormValues(request.form)
        form.isDraft = request.isDraft
        try change(&form)
        return editPage(form, account, request)
    }

    private func newPage(_ form: RecordForm, _ request: PageRequest) -> Answer {
        page(form, request.language(AccountPhrase.new), [], request)
    }

    private func editPage(_ form: RecordForm, _ account: Account, _ request: PageRequest) -> Answer {
        let name = account.username.text
        return page(
            form, request.language(AccountPhrase.editTitle(name)), [(AccountPages.address(account.id), name)], request)
    }

    private func page(
        _ form: RecordForm, _ title: String, _ trail: [(Address, String)], _ request: PageRequest
    ) -> Answer {
        let say = request.language
        let above = [(AccountPages.home, say(FramePhrase.accounts))] + trail
        let head = PageHead(title: "\(title)", trail: above.map { (address: $0.0, text: $0.1) })
        return request.page(title, head.html(in: say) + form.html(request), status: form.status)
    }

    private func newForm(_ request: PageRequest) -> RecordForm {
        var values = FormValues()
        (values[.isActive], values[.mustChangePassword]) = ("true", "true")
        return RecordForm(
            groups: AccountPages.groups(of: AdministrationFields.input), action: "/admin/accounts/new/",
            cancel: AccountPages.home, autocompletes: [.password: "new-password"], values: values, key: request.formKey)
    }

    private func editForm(_ account: Account, _ request: PageRequest) -> RecordForm {
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
        let groups: [(AccountPhrase, [Field])] = [
            (.signingIn, [.username, .password, .isActive, .mustChangePassword]),
            (.rights, [.role, .doctor, .patient]),
            (.holder, [.email, .firstName, .lastName, .phoneNumber, .address, .dateOfBirth]),
        ]
        return groups.map { title, names in
            RecordForm.Group(
                title: title, fields: names.compactMap { name in fields.first { $0.field == name } })
        }
    }
}
