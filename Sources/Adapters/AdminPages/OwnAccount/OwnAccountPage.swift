import Domain
import HTTPTransport

/// The page of somebody's own account; before a duty is done, only what it needs.
struct OwnAccountPage {
    let account: Account
    let sessions: [Session]
    let forms: OwnAccountForms
    let request: PageRequest

    private var say: Language { request.language }

    var answer: Answer {
        let title = say(FramePhrase.myAccount)
        return request.page(title, PageHead(title: "\(title)").html(in: say) + content, status: forms.status)
    }

    private var content: HTML {
        switch request.caller.duty {
        case .changePassword?: duty(.changePassword) + password
        case .enrolSecondFactor?: duty(.enrolSecondFactor) + "<div class=\"columns\">\(factor)\(password)</div>"
        case nil:
            """
            <div class="columns">\(profile)\(password)\(factor)\(language)</div>
            \(OwnSessionList(sessions: sessions, request: request).html)
            """
        }
    }

    private func duty(_ duty: Duty) -> HTML { Notice.warning(say.text(Problem.duty(duty).text)) }

    private var profile: HTML {
        card(
            "profile", .profile,
            """
            <dl class="facts"><div><dt>\(say(Field.username))</dt><dd>\(account.username.text)</dd></div>\
            <div><dt>\(say(Field.role))</dt><dd>\(say(request.caller.title))</dd></div></dl>
            \(forms.profile.html(request))
            """)
    }

    private var password: HTML {
        card(
            "password-card", .password, "<p>\(say(OwnAccountPhrase.othersEnd))</p>\(forms.password.html(request))")
    }

    private var factor: HTML {
        let isSetUp = request.caller.hasSecondFactor
        let state: HTML =
            isSetUp
            ? "<p><span class=\"badge badge-good\">\(say(OwnAccountPhrase.isSetUp))</span></p>"
            : "<p><span class=\"badge\">\(say(OwnAccountPhrase.isNotSetUp))</span></p>"
        return card(
            "second-factor", .secondFactor,
            """
            \(state)<p>\(say(isSetUp ? OwnAccountPhrase.removing : .whatFor))</p>\(forms.factor.html(request))
            """)
    }

    private var language: HTML {
        let options = Language.allCases.map { language in
            """
            <option value="\(language.rawValue)"\(HTML.when(language == account.language, " selected"))>\
            \(language.ownName)</option>
            """ as HTML
        }
        return card(
            "language-card", .language,
            """
            <form class="form" method="post" action="\(OwnAccountPages.languageAddress)">\(request.csrfField)
            <div class="field"><label for="language">\(say(Field.language))</label>\
            <select id="language" name="language"><option value="">\(say(OwnAccountPhrase.asTheBrowser))</option>\
            \(options)</select></div>
            <div class="form-end"><button class="button">\(say(FormPhrase.save))</button></div></form>
            """)
    }

    private func card(_ id: StaticString, _ title: OwnAccountPhrase, _ content: HTML) -> HTML {
        """
        <section class="card" aria-labelledby="\(id.description)">\
        <div class="card-head"><h2 id="\(id.description)">\(say(title))</h2></div>
        \(content)</section>
        """
    }
}
