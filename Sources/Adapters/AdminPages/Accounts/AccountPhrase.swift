/// Texts about accounts.
enum AccountPhrase: Phrase {
    case new, disable, disableQuestion(Int), enable, enableQuestion(Int)
    case editTitle(String), signingIn, rights, holder, times, lastSignIn, created, changed, never, whatItDid
    case state, active, disabled, endSessions, endSessionsQuestion, resetFactor, resetQuestion

    var english: String {
        switch self {
        case .new: "New account"
        case .disable: "Disable"
        case .disableQuestion(let count):
            count == 1 ? "Disable this account? It is signed out." : "Disable \(count) accounts? They are signed out."
        case .enable: "Enable"
        case .enableQuestion(let count): count == 1 ? "Enable this account?" : "Enable \(count) accounts?"
        case .editTitle(let name): "Edit \(name)"
        case .signingIn: "Signing in"
        case .rights: "What it is for"
        case .holder: "Holder"
        case .times: "Times"
        case .lastSignIn: "Last sign-in"
        case .created: "Made"
        case .changed: "Changed"
        case .never: "never"
        case .whatItDid: "What it did"
        case .state: "State"
        case .active: "Active"
        case .disabled: "Disabled"
        case .endSessions: "End sessions"
        case .endSessionsQuestion:
            "The account is signed out everywhere, at once. What was typed and not saved is lost."
        case .resetFactor: "Reset two-step sign-in"
        case .resetQuestion:
            "For whoever lost the authenticator and the recovery codes. Make sure that it is they who ask. From then on the password alone is enough, and all sessions of the account end."
        }
    }

    var german: String {
        switch self {
        case .new: "Neues Konto"
        case .disable: "Sperren"
        case .disableQuestion(let count):
            count == 1 ? "Dieses Konto sperren? Es wird abgemeldet." : "\(count) Konten sperren? Sie werden abgemeldet."
        case .enable: "Entsperren"
        case .enableQuestion(let count): count == 1 ? "Dieses Konto entsperren?" : "\(count) Konten entsperren?"
        case .editTitle(let name): "\(name) bearbeiten"
        case .signingIn: "Anmeldung"
        case .rights: "Wofür es da ist"
        case .holder: "Inhaber"
        case .times: "Zeiten"
        case .lastSignIn: "Letzte Anmeldung"
        case .created: "Angelegt"
        case .changed: "Geändert"
        case .never: "nie"
        case .whatItDid: "Was damit getan wurde"
        case .state: "Zustand"
        case .active: "Aktiv"
        case .disabled: "Gesperrt"
        case .endSessions: "Sitzungen beenden"
        case .endSessionsQuestion:
            "Das Konto wird sofort überall abgemeldet. Was eingegeben und nicht gespeichert war, geht verloren."
        case .resetFactor: "Zwei Schritte zurücksetzen"
        case .resetQuestion:
            "Für alle, die App und Wiederherstellungscodes verloren haben. Vergewissern Sie sich, dass die Bitte von ihnen kommt. Danach reicht das Passwort allein, und alle Sitzungen des Kontos enden."
        }
    }
}
