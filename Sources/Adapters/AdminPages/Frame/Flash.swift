/// What a page says about what was done just before it. It travels by its name, so that no cookie tells about anybody.
struct Flash: Equatable, Sendable {
    /// What was done.
    enum Deed: String, CaseIterable, Sendable {
        case signedOut, patientRegistered, patientChanged, patientDeleted
        case profileChanged, passwordChanged, languageChosen, secondFactorRemoved, sessionEnded
        case accountCreated, accountChanged, sessionsEnded, secondFactorReset, accountsDisabled, accountsEnabled
        case doctorRegistered, doctorChanged, doctorDeleted, doctorsAvailable, doctorsUnavailable
        case mappingMade, mappingChanged, mappingDeleted, mappingsEnded
        case appointmentsCancelled, appointmentsArrived, appointmentsMissed, nothingChosen
        case appointmentBooked, appointmentChanged, appointmentMoved, appointmentDeleted
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
        case .accountsDisabled: count == 1 ? "One account is disabled." : "\(count) accounts are disabled."
        case .accountsEnabled: count == 1 ? "One account is enabled." : "\(count) accounts are enabled."
        case .doctorRegistered: "The doctor is registered."
        case .doctorChanged: "The doctor's record is saved."
        case .doctorDeleted: count == 1 ? "The doctor is deleted." : "\(count) doctors are deleted."
        case .doctorsAvailable: count == 1 ? "One doctor is available now." : "\(count) doctors are available now."
        case .doctorsUnavailable:
            count == 1 ? "One doctor is not available any more." : "\(count) doctors are not available any more."
        case .mappingMade: "The doctor is assigned."
        case .mappingChanged: "The mapping is saved."
        case .mappingDeleted: count == 1 ? "The mapping is deleted." : "\(count) mappings are deleted."
        case .mappingsEnded: count == 1 ? "One mapping is completed." : "\(count) mappings are completed."
        case .appointmentsCancelled:
            count == 1 ? "One appointment is cancelled." : "\(count) appointments are cancelled."
        case .appointmentsArrived: count == 1 ? "One patient has arrived." : "\(count) patients have arrived."
        case .appointmentsMissed: count == 1 ? "One no-show is noted." : "\(count) no-shows are noted."
        case .nothingChosen: BulkPhrase.nothingChosen.english
        case .appointmentBooked: "The appointment is booked."
        case .appointmentChanged: "The appointment is saved."
        case .appointmentMoved: "The appointment is moved."
        case .appointmentDeleted: "The appointment is deleted."
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
        case .accountsDisabled: count == 1 ? "Ein Konto ist gesperrt." : "\(count) Konten sind gesperrt."
        case .accountsEnabled: count == 1 ? "Ein Konto ist entsperrt." : "\(count) Konten sind entsperrt."
        case .doctorRegistered: "Der Arzt ist aufgenommen."
        case .doctorChanged: "Die Änderungen sind gespeichert."
        case .doctorDeleted: count == 1 ? "Der Arzt ist gelöscht." : "\(count) Ärzte sind gelöscht."
        case .doctorsAvailable: count == 1 ? "Ein Arzt ist jetzt verfügbar." : "\(count) Ärzte sind jetzt verfügbar."
        case .doctorsUnavailable:
            count == 1 ? "Ein Arzt ist nicht mehr verfügbar." : "\(count) Ärzte sind nicht mehr verfügbar."
        case .mappingMade: "Der Arzt ist zugeordnet."
        case .mappingChanged: "Die Zuordnung ist gespeichert."
        case .mappingDeleted:
            count == 1 ? "Die Zuordnung ist gelöscht." : "\(count) Zuordnungen sind gelöscht."
        case .mappingsEnded:
            count == 1 ? "Eine Zuordnung ist abgeschlossen." : "\(count) Zuordnungen sind abgeschlossen."
        case .appointmentsCancelled: count == 1 ? "Ein Termin ist abgesagt." : "\(count) Termine sind abgesagt."
        case .appointmentsArrived:
            count == 1 ? "Ein Patient ist eingetroffen." : "\(count) Patienten sind eingetroffen."
        case .appointmentsMissed:
            count == 1 ? "Ein Patient ist nicht erschienen." : "\(count) Patienten sind nicht erschienen."
        case .nothingChosen: BulkPhrase.nothingChosen.german
        case .appointmentBooked: "Der Termin ist vergeben."
        case .appointmentChanged: "Der Termin ist gespeichert."
        case .appointmentMoved: "Der Termin ist verschoben."
        case .appointmentDeleted: "Der Termin ist gelöscht."
        }
    }
}
