import Domain

/// An account's user name with what distinguishes it: its holder's name and its number.
struct AccountName {
    let account: Account
    /// Whether it leads to the account's page.
    var isLink = true

    var html: HTML {
        let name = account.username.text
        let shown: HTML =
            isLink
            ? "<a class=\"person-name\" href=\"\(AccountPages.address(account.id))\">\(name)</a>"
            : "<span class=\"person-name\">\(name)</span>"
        return "<span class=\"person\">\(shown) <span class=\"person-marks\">\(marks)</span></span>"
    }

    private var marks: String {
        let holder = account.shownName
        return (holder == account.username.text ? "" : "\(holder) · ") + "#\(account.id.number)"
    }
}
