/// Texts of forms.
enum FormPhrase: Phrase {
    case save, cancel, edit, delete, optional, choose, yes, no, none
    case errors(Int), draftBack, usedBefore, outdated, saveMine, field, standsNow, youTyped, refused
    case deleteQuestion, deleteForGood, changedMeanwhile

    var english: String {
        switch self {
        case .save: "Save"
        case .cancel: "Cancel"
        case .edit: "Edit"
        case .delete: "Delete"
        case .optional: "optional"
        case .choose: "Choose…"
        case .yes: "yes"
        case .no: "no"
        case .none: "none"
        case .errors(let count): count == 1 ? "One entry needs another look" : "\(count) entries need another look"
        case .draftBack: SignInPhrase.draftBack.english
        case .usedBefore:
            "This form was sent before, with other entries, and made a record. Save it again only to make one more."
        case .outdated: "Somebody else saved this record while you were at it. Nothing of yours is saved yet."
        case .saveMine: "Save mine over it"
        case .field: "Field"
        case .standsNow: "Stands now"
        case .youTyped: "You typed"
        case .refused: "Your account may not save all of this. Nothing of yours is saved yet."
        case .deleteQuestion: "Delete this record?"
        case .changedMeanwhile: "Somebody else saved this record meanwhile. Nothing is deleted yet."
        case .deleteForGood: "It disappears from all lists. Only the audit trail keeps that it was there."
        }
    }

    var german: String {
        switch self {
        case .save: "Speichern"
        case .cancel: "Abbrechen"
        case .edit: "Bearbeiten"
        case .delete: "Löschen"
        case .optional: "freiwillig"
        case .choose: "Bitte wählen …"
        case .yes: "ja"
        case .no: "nein"
        case .none: "keine"
        case .errors(let count):
            count == 1 ? "Eine Angabe braucht noch einen Blick" : "\(count) Angaben brauchen noch einen Blick"
        case .draftBack: SignInPhrase.draftBack.german
        case .usedBefore:
            """
            Dieses Formular wurde schon mit anderen Angaben abgeschickt und hat einen Datensatz angelegt. Bitte nur noch \
            einmal speichern, um einen weiteren anzulegen.
            """
        case .outdated:
            "Jemand anderes hat diesen Datensatz inzwischen gespeichert. Von Ihnen ist noch nichts gespeichert."
        case .saveMine: "Meines darüber speichern"
        case .field: "Feld"
        case .standsNow: "Steht jetzt da"
        case .youTyped: "Ihre Eingabe"
        case .refused: "Ihr Konto darf nicht alles davon speichern. Von Ihnen ist noch nichts gespeichert."
        case .deleteQuestion: "Diesen Datensatz löschen?"
        case .changedMeanwhile:
            "Jemand anderes hat diesen Datensatz inzwischen gespeichert. Gelöscht ist noch nichts."
        case .deleteForGood: "Er verschwindet aus allen Listen. Nur das Protokoll behält, dass es ihn gab."
        }
    }
}
