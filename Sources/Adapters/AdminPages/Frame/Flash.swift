/// What a page says about what was done just before it. It travels by its name, so that no cookie tells about anybody.
struct Flash: Equatable, Sendable {
    /// What was done.
    enum Deed: String, CaseIterable, Sendable {
        case signedOut, patientRegistered, patientChanged, patientDeleted
        case profileChanged, passwordChanged, languageChosen, secondFactorRemoved, sessionEnded
        case accountCreated, accountChanged, sessionsEnded, secondFactorReset
    }

    let deed: Deed
    /// How many records it concerned.
    let count: Int

    init(_ deed: Deed, count: Int = 1) {
        self.deed = deed
        self.count = count
    }

    /// As a cookie holds it.
    var text: String { "\(deed.rawValue).\(count)" }

    /// - Returns: `nil` for text of another form.
    init?(_ text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let deed = Deed(rawValue: String(parts[0])), let count = Int(parts[1]) else {
            return nil
        }
        self.init(deed, count: count)
    }
}

extension Flash: Phrase {
    var english: String {
        switch deed {
        case .signedOut: "You are signed out."
        case .patientRegistered: "The patient is registered."
        case .patientChanged: "The patient's record is saved."
        case .patientDeleted: count == 1 ? "The patient is deleted." : "\(count) patients are deleted."
        case .profileChanged: "Your profile is saved."
        case .passwordChanged: "Your password is changed."
        case .languageChosen: "Your language is saved."
        case .secondFactorRemoved: "Two-step sign-in is taken away."
        case .sessionEnded: "The session is ended."
        case .accountCreated: "The account is made."
        case .accountChanged: "The account is saved."
        case .sessionsEnded: "The account's sessions are ended."
        case .secondFactorReset: "Two-step sign-in is reset."
        }
    }

    var german: String {
        switch deed {
        case .signedOut: "Sie sind abgemeldet."
        case .patientRegistered: "Der Patient ist aufgenommen."
        case .patientChanged: "Die Änderungen sind gespeichert."
        case .patientDeleted: count == 1 ? "Der Patient ist gelöscht." : "\(count) Patienten sind gelöscht."
        case .profileChanged: "Ihr Profil ist gespeichert."
        case .passwordChanged: "Ihr Passwort ist geändert."
        case .languageChosen: "Ihre Sprache ist gespeichert."
        case .secondFactorRemoved: "Die Anmeldung in zwei Schritten ist entfernt."
        case .sessionEnded: "Die Sitzung ist beendet."
        case .accountCreated: "Das Konto ist angelegt."
        case .accountChanged: "Das Konto ist gespeichert."
        case .sessionsEnded: "Die Sitzungen des Kontos sind beendet."
        case .secondFactorReset: "Die Anmeldung in zwei Schritten ist zurückgesetzt."
        }
    }
}
