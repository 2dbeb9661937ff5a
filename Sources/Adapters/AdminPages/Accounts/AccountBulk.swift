import Application
import Domain

/// What can be done to many accounts.
struct AccountBulk: BulkWork {
    let administration: AdministrationUseCases

    var home: Address { AccountPages.home }
    var title: any Phrase { FramePhrase.accounts }
    var bulkAddress: Address { "/admin/accounts/bulk/" }

    enum Deed: String, BulkDeed {
        case disable, enable

        var label: any Phrase {
            switch self {
            case .disable: AccountPhrase.disable
            case .enable: AccountPhrase.enable
            }
        }

        func question(_ count: Int) -> any Phrase {
            switch self {
            case .disable: AccountPhrase.disableQuestion(count)
            case .enable: AccountPhrase.enableQuestion(count)
            }
        }

        var action: Action { .manageAccounts }

        var isDangerous: Bool { self == .disable }

        var done: Flash.Deed {
            switch self {
            case .disable: .accountsDisabled
            case .enable: .accountsEnabled
            }
        }
    }

    func row(_ number: Int64, for deed: Deed, _ request: PageRequest) async throws(Failure) -> BulkRow {
        let account = try await administration.find(try id(number), for: request.caller)
        return BulkRow(number: number, name: AccountName(account: account).html, version: account.updatedAt)
    }

    func perform(
        _ deed: Deed, on number: Int64, expecting version: ExpectedVersion, _ request: PageRequest
    ) async throws(Failure) {
        _ = try await administration.change(try id(number), by: request.caller, expecting: version) {
            present throws(Failure) in
            AccountForm(
                profile: present.profile, role: present.role, doctor: present.doctor, patient: present.patient,
                isActive: deed == .enable, mustChangePassword: present.mustChangePassword, check: FieldCheck())
        }
    }

    private func id(_ number: Int64) throws(Failure) -> AccountID {
        guard let id = AccountID(number) else { throw .notFound(.account) }
        return id
    }
}
