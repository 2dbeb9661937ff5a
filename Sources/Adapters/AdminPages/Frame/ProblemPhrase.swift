import Domain

/// What people are told when a page cannot be shown.
enum Problem: Sendable {
    case notFound, notAllowed, foreignForm, foreignDraft, outdated, busy, unavailable, outcomeUnknown, unreadable
    case tooLarge, duty(Duty), retried, refused, wrongMethod, listTooLong

    var title: any Phrase { ProblemTitle(problem: self) }
    var text: any Phrase { ProblemText(problem: self) }
}

private struct ProblemTitle: Phrase {
    let problem: Problem

    var english: String {
        switch problem {
        case .notFound: "There is no such page"
        case .notAllowed: "This is not for your account"
        case .foreignForm: "The form was not taken"
        case .foreignDraft: "What was typed cannot be shown"
        case .outdated: "Somebody else saved first"
        case .busy, .unavailable: "Please try again in a moment"
        case .outcomeUnknown: "Please look whether it was saved"
        case .unreadable, .refused, .retried, .wrongMethod: "The request was not taken"
        case .tooLarge: "That was too much"
        case .duty: "One thing first"
        case .listTooLong: "The list is too long for one file"
        }
    }

    var german: String {
        switch problem {
        case .notFound: "Diese Seite gibt es nicht"
        case .notAllowed: "Das ist nicht für Ihr Konto"
        case .foreignForm: "Das Formular wurde nicht angenommen"
        case .foreignDraft: "Die Eingaben können nicht gezeigt werden"
        case .outdated: "Jemand anderes hat zuerst gespeichert"
        case .busy, .unavailable: "Bitte gleich noch einmal versuchen"
        case .outcomeUnknown: "Bitte nachsehen, ob gespeichert wurde"
        case .unreadable, .refused, .retried, .wrongMethod: "Die Anfrage wurde nicht angenommen"
        case .tooLarge: "Das war zu viel"
        case .duty: "Zuerst noch eines"
        case .listTooLong: "Die Liste ist zu lang für eine Datei"
        }
    }
}

private struct ProblemText: Phrase {
    let problem: Problem

    var english: String {
        switch problem {
        case .notFound: "The address is wrong, or the record is gone, or it is not for your account."
        case .notAllowed:
            "These pages are for those who work at the clinic, and not everybody may do everything. "
                + "Patients use the clinic's program for patients."
        case .foreignForm:
            "It was too old, or it did not come from these pages. Go back, load the page again and repeat it."
        case .foreignDraft: SignInPhrase.draftOfOther.english
        case .outdated: "Nothing was saved. Go back and load the record again."
        case .busy: "The server is busy. Nothing was changed."
        case .unavailable: "The service is temporarily unavailable. Nothing was changed."
        case .outcomeUnknown: "The outcome is unknown: look whether it was kept before you repeat it."
        case .unreadable, .refused: "The server could not read it."
        case .retried: "The same form is being saved already. Look whether it is, before you send it again."
        case .wrongMethod: "Nothing can be sent to this address."
        case .tooLarge: "The form holds more than the server takes."
        case .listTooLong: "No file was made. Go back, choose filters, and take the list in parts."
        case .duty(.changePassword): "You have to choose another password before you go on."
        case .duty(.enrolSecondFactor): "You have to set up two-step sign-in before you go on."
        }
    }

    var german: String {
        switch problem {
        case .notFound:
            "Die Adresse ist falsch, oder den Datensatz gibt es nicht mehr, oder er ist nicht für Ihr Konto."
        case .notAllowed:
            "Diese Seiten sind für alle, die in der Praxis arbeiten, und nicht alle dürfen alles. "
                + "Patienten benutzen das Programm für Patienten."
        case .foreignForm:
            "Es war zu alt oder kam nicht von diesen Seiten. Gehen Sie zurück, laden Sie die Seite neu und "
                + "wiederholen Sie es."
        case .foreignDraft: SignInPhrase.draftOfOther.german
        case .outdated: "Nichts wurde gespeichert. Gehen Sie zurück und laden Sie den Datensatz neu."
        case .busy: "Der Server ist ausgelastet. Nichts wurde geändert."
        case .unavailable: "Der Dienst ist gerade nicht erreichbar. Nichts wurde geändert."
        case .outcomeUnknown: "Das Ergebnis ist unbekannt: Sehen Sie nach, bevor Sie es wiederholen."
        case .unreadable, .refused: "Der Server konnte sie nicht lesen."
        case .retried:
            "Dasselbe Formular wird gerade schon gespeichert. Bitte nachsehen, bevor Sie es noch einmal abschicken."
        case .wrongMethod: "An diese Adresse kann nichts gesendet werden."
        case .tooLarge: "Das Formular enthält mehr, als der Server annimmt."
        case .listTooLong:
            "Es wurde keine Datei erstellt. Gehen Sie zurück, wählen Sie Filter und laden Sie die Liste in Teilen."
        case .duty(.changePassword): "Bevor Sie weitermachen, müssen Sie ein neues Passwort wählen."
        case .duty(.enrolSecondFactor): "Bevor Sie weitermachen, müssen Sie die Anmeldung in zwei Schritten einrichten."
        }
    }
}
