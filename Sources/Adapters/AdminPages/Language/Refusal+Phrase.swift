import Domain
import HTTPTransport

/// Why a value was refused; in English as the API says it.
extension FieldError.Reason: Phrase {
    var english: String { text }

    var german: String {
        switch self {
        case .required: "Dieses Feld wird gebraucht."
        case .null, .blank: "Dieses Feld darf nicht leer sein."
        case .notText: "Das ist kein Text."
        case .notAnInteger: "Bitte eine ganze Zahl eingeben."
        case .notANumber: "Bitte eine Zahl eingeben."
        case .notABoolean: "Bitte ja oder nein wählen."
        case .notADate, .filterNotADate: "Bitte ein gültiges Datum eingeben."
        case .notATime, .filterNotATime: "Bitte Datum und Uhrzeit eingeben."
        case .notAnIdentifier: "Bitte die Nummer eines Datensatzes eingeben."
        case .tooLong(let maximum): "Höchstens \(maximum) Zeichen."
        case .nullCharacters: "Nullzeichen sind nicht erlaubt."
        case .malformedEmail: "Bitte eine gültige E-Mail-Adresse eingeben."
        case .malformedUsername: "Nur Buchstaben, Ziffern und @ . + - _ sind erlaubt."
        case .notAChoice(let value), .filterNotAChoice(let value): "„\(value)“ steht nicht zur Wahl."
        case .tooSmall(let minimum): "Mindestens \(minimum)."
        case .tooLarge(let maximum): "Höchstens \(maximum)."
        case .tooManyDigits(let maximum): "Zusammen höchstens \(maximum) Ziffern."
        case .tooManyDecimals(let maximum): "Höchstens \(maximum) Stellen nach dem Komma."
        case .tooManyWholeDigits(let maximum): "Höchstens \(maximum) Stellen vor dem Komma."
        case .bornInFuture: "Das Geburtsdatum liegt in der Zukunft."
        case .bornTooEarly: "Das Geburtsdatum liegt vor dem 01.01.1900."
        case .timeOutOfRange: "Dieser Zeitpunkt ist nicht möglich."
        case .noSuchRecord(let id): "Nummer „\(id)“ gibt es nicht."
        case .taken(let conflict): conflict.german
        case .statusMove(let from, let to): "Ein Termin kann nicht von „\(from.german)“ zu „\(to.german)“ wechseln."
        case .startInPast: "Nur kommende Termine können gebucht werden."
        case .onlyForRole(let role): "Das gibt es nur bei der Rolle „\(role.german)“."
        case .ownAccount: "Am eigenen Konto kann das nicht geändert werden."
        case .lastAdministrator: "Das ist das letzte aktive Konto der Verwaltung."
        case .filterNoSuchRecord: "Das steht nicht zur Wahl."
        case .filterTooManyWords(let maximum): "Höchstens \(maximum) verschiedene Wörter."
        case .malformedCursor: "Diese Stelle der Liste gibt es nicht."
        case .passwordTooSimilar(let attribute): "Das Passwort ähnelt zu sehr: \(attribute.german)."
        case .passwordTooShort(let minimum): "Das Passwort braucht mindestens \(minimum) Zeichen."
        case .passwordTooLong(let maximum): "Das Passwort darf höchstens \(maximum) Bytes haben."
        case .passwordTooCommon: "Dieses Passwort ist zu verbreitet."
        case .passwordEntirelyNumeric: "Das Passwort besteht nur aus Ziffern."
        case .passwordsDiffer: "Die beiden Passwörter sind verschieden."
        case .wrongPassword: "Das Passwort ist falsch."
        case .wrongOldPassword: "Das bisherige Passwort ist falsch. Bitte noch einmal eingeben."
        case .passwordUnchanged: "Das neue Passwort muss sich vom bisherigen unterscheiden."
        case .wrongOneTimeCode: "Der Einmalcode ist falsch oder schon benutzt."
        }
    }
}

extension PasswordAttribute {
    fileprivate var german: String {
        switch self {
        case .username: "Benutzername"
        case .firstName: "Vorname"
        case .lastName: "Nachname"
        case .email: "E-Mail-Adresse"
        }
    }
}

/// A rule between records that stands against it; in English as the API says it.
extension Conflict: Phrase {
    var english: String {
        guard case .diary(let refusals) = self else { return text }
        return refusals.map(\.text).joined(separator: " ")
    }

    var german: String {
        switch self {
        case .usernameTaken: "Diesen Benutzernamen gibt es schon."
        case .accountEmailTaken: "Ein Konto mit dieser E-Mail-Adresse gibt es schon."
        case .doctorHasAccount: "Dieser Arzt hat schon ein Konto."
        case .patientHasAccount: "Dieser Patient hat schon ein Konto."
        case .patientEmailTaken: "Einen Patienten mit dieser E-Mail-Adresse gibt es schon."
        case .licenseTaken: "Einen Arzt mit dieser Zulassungsnummer gibt es schon."
        case .doctorEmailTaken: "Einen Arzt mit dieser E-Mail-Adresse gibt es schon."
        case .alreadyAssigned: "Patient und Arzt sind einander schon zugeordnet."
        case .statusAndActivityDisagree: "Status und „aktiv“ widersprechen einander."
        case .secondFactorPresent: "Die Anmeldung in zwei Schritten ist schon eingerichtet."
        case .secondFactorAbsent: "Die Anmeldung in zwei Schritten ist nicht eingerichtet."
        case .diary(let refusals): refusals.map(\.german).joined(separator: " ")
        }
    }
}

extension DiaryRefusal: Phrase {
    var english: String { text }

    var german: String {
        switch self {
        case .doctorConflict: "Der Arzt hat zu dieser Zeit schon einen Termin."
        case .patientConflict: "Der Patient hat zu dieser Zeit schon einen Termin."
        case .dayFull: "Der Arzt hat an diesem Tag keinen Termin mehr frei."
        case .doctorUnavailable: "Der Arzt ist nicht verfügbar."
        }
    }
}
