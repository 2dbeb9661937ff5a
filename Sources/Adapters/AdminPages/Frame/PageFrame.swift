import Application
import Domain

/// What stands around the page of somebody who is signed in: head, navigation, foot, dialogs.
struct PageFrame {
    let request: PageRequest
    let title: String
    let flash: Flash?

    private var say: Language { request.language }

    func html(_ main: HTML) -> HTML {
        """
        \(DocumentHead(language: say, title: title).html)
        <body class="frame" data-idle-seconds="\(ContinueSession.idleSeconds)" data-idle-action="/admin/idle/" \
        data-active-source="/admin/active/" data-login="/admin/login/" \
        data-name="\(say(FramePhrase.clinic))">
        <a class="skip-link" href="#main">\(say(FramePhrase.skip))</a>
        \(top)
        \(navigation)
        <main id="main" tabindex="-1">
        \(flash.map { Notice.good(say($0)) } ?? .empty)
        \(main)
        </main>
        \(foot)
        <p class="visually-hidden" role="status" id="announcer"></p>
        \(FrameDialogs(language: say).html)
        </body>
        </html>
        """
    }

    private var top: HTML {
        """
        <header class="top">
        <button class="button button-quiet menu-button" type="button" popovertarget="navigation">\
        \(say(FramePhrase.menu))</button>
        <a class="brand" href="/admin/"><img src="\(Assets.address("icon.svg"))" alt="" width="24" height="24">\
        \(say(FramePhrase.clinic))</a>
        \(HTML.when(request.offers(.readPatients), find))
        <div class="who">
        <a href="/admin/account/">\(request.visit.cookies.shownName ?? say(FramePhrase.myAccount)) \
        <small>\(say(request.caller.title))</small></a>
        <form method="post" action="/admin/logout/">\(request.csrfField)\
        <button class="button button-quiet">\(say(FramePhrase.signOut))</button></form>
        </div>
        </header>
        """
    }

    private var find: HTML {
        """
        <form class="find" role="search" aria-label="\(say(FramePhrase.findPatient))" action="/admin/patients/" method="get">
        <label class="visually-hidden" for="find">\(say(FramePhrase.findPatient))</label>
        <input id="find" name="search" type="search" placeholder="\(say(FramePhrase.findPatient))" data-key="/" \
        aria-keyshortcuts="/" autocomplete="off">
        </form>
        """
    }

    private var navigation: HTML {
        """
        <nav class="navigation" id="navigation" popover aria-label="\(say(FramePhrase.main))">
        \([Place.daily, Place.administration].map(list))
        </nav>
        """
    }

    private func list(of places: [Place]) -> HTML {
        let shown = places.filter { $0.action.map(request.offers) ?? true }
        return HTML.when(!shown.isEmpty, "<ul>\(shown.map(link))</ul>")
    }

    private func link(to place: Place) -> HTML {
        let path = request.address.path
        let isHere = place.address == "/admin/" ? path == "/admin/" : path.hasPrefix(place.address.path)
        let current: HTML = isHere ? " aria-current=\"page\"" : ""
        let key: HTML = place.phrase == .today ? " data-key=\"t\" aria-keyshortcuts=\"t\"" : ""
        return "<li><a href=\"\(place.address)\"\(current)\(key)>\(say(place.phrase))</a></li>"
    }

    private var foot: HTML {
        """
        <footer class="foot">\(say(FramePhrase.clinic)) \(request.visit.settings.version) · \
        \(LanguageChoice(visit: request.visit, csrf: request.csrf, next: request.address).html)
        <button class="button button-quiet button-small" type="button" hidden data-script-only data-dialog="keys">\
        \(say(FramePhrase.keyboard))</button></footer>
        """
    }
}

/// An entry of the navigation.
private struct Place {
    let phrase: FramePhrase
    let address: Address
    /// What is to be offered to whoever sees it; nothing in particular when `nil`.
    let action: Action?

    static let daily = [
        Place(phrase: .today, address: "/admin/", action: .readAppointments),
        Place(phrase: .calendar, address: "/admin/calendar/", action: .readAppointments),
        Place(phrase: .patients, address: "/admin/patients/", action: .readPatients),
        Place(phrase: .doctors, address: "/admin/doctors/", action: .readDoctors),
        Place(phrase: .mappings, address: "/admin/mappings/", action: .readAssignments),
        Place(phrase: .appointments, address: "/admin/appointments/", action: .readAppointments),
    ]
    static let administration = [
        Place(phrase: .accounts, address: "/admin/accounts/", action: .manageAccounts),
        Place(phrase: .activity, address: "/admin/activity/", action: .readAuditTrail),
        Place(phrase: .operations, address: "/admin/operations/", action: .watchOperations),
    ]
}
