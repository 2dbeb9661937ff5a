import Domain
import HTTPTransport

/// The page of one account.
struct AccountPage {
    let account: Account
    let request: PageRequest

    private var say: Language { request.language }

    var answer: Answer {
        let head = PageHead(
            title: AccountName(account: account, isLink: false).html, actions: actions,
            trail: [(AccountPages.home, say(FramePhrase.accounts))])
        return request.page(account.username.text, head.html(in: say) + cards)
    }

    private var actions: [HTML] {
        [
            """
            <a class="button button-primary" href="\(AccountPages.editAddress(account.id))">\(say(FormPhrase.edit))</a>
            """,
            """
            <a class="button" href="\(AccountPages.sessionsAddress(account.id))">\(say(AccountPhrase.endSessions))</a>
            """,
            """
            <a class="button" href="\(AccountPages.factorAddress(account.id))">\(say(AccountPhrase.resetFactor))</a>
            """,
        ]
    }

    private var cards: HTML {
        let values = FormValues(account, .account, AccountPages.shownFields, in: request.time)
        let cards = AccountPages.groups(of: AccountPages.shownFields).enumerated().map { index, group in
            """
            <section class="card" aria-labelledby="group-\(index)"><div class="card-head">\
            <h2 id="group-\(index)">\(say.text(group.title))</h2></div>\
            \(FactList(fields: group.fields, values: values, language: say).html)</section>
            """ as HTML
        }
        return "<div class=\"columns\">\(cards)\(times)</div>"
    }

    private var times: HTML {
        """
        <section class="card" aria-labelledby="times"><div class="card-head">\
        <h2 id="times">\(say(AccountPhrase.times))</h2></div>
        <dl class="facts">\(time(.lastSignIn, account.lastSignIn))\(time(.created, account.createdAt))\
        \(time(.changed, account.updatedAt))</dl>
        <p><a href="\(ActivityPages.trailAddress.with("account", String(account.id.number)))">\
        \(say(AccountPhrase.whatItDid))</a></p></section>
        """
    }

    private func time(_ phrase: AccountPhrase, _ instant: Instant?) -> HTML {
        let text = instant.map { say.moment($0, in: request.time) } ?? say(AccountPhrase.never)
        return "<div><dt>\(say(phrase))</dt><dd>\(text)</dd></div>"
    }
}
