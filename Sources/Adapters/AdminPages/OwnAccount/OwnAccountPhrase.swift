/// Texts about somebody's own account.
enum OwnAccountPhrase: Phrase {
    case profile, password, changePassword, othersEnd, language, asTheBrowser
    case secondFactor, isSetUp, isNotSetUp, whatFor, setUp, removing, takeAway
    case authenticator, picture, scan, typeSecret, openAuthenticator, copy, copied, firstCode, shownBefore, confirm
    case recoveryCodes, keepCodes, codesKept, print
    case sessions, device, network, since, lastUsed, unknownDevice, thisOne, end

    var english: String {
        switch self {
        case .profile: "Profile"
        case .password: "Password"
        case .changePassword: "Change password"
        case .othersEnd: "With a new password, you are signed out everywhere else."
        case .language: "Language"
        case .asTheBrowser: "As the browser asks for"
        case .secondFactor: "Two-step sign-in"
        case .isSetUp: "Two-step sign-in is set up"
        case .isNotSetUp: "Not set up"
        case .whatFor: "Besides the password, signing in then asks for a code that an app on your phone shows."
        case .setUp: "Set up two-step sign-in"
        case .removing: "To take it away, enter your password and a code. You are signed out everywhere else."
        case .takeAway: "Take two-step sign-in away"
        case .authenticator: "Add Clinic to your authenticator"
        case .picture: "QR code with the key"
        case .scan: "Scan this picture with the app."
        case .typeSecret: "Or type this key into it, as one that is based on time. It is not shown again."
        case .openAuthenticator: "Open the app on this device"
        case .copy: "Copy"
        case .copied: "Copied"
        case .firstCode: "First code"
        case .shownBefore: "Enter the code that your authenticator shows now. Without the key, begin again."
        case .confirm: "Confirm"
        case .recoveryCodes: "Recovery codes"
        case .keepCodes:
            "Each signs you in once when you do not have your phone. Print them or write them down: they are not shown again."
        case .codesKept: "I have kept them"
        case .print: "Print"
        case .sessions: "Where you are signed in"
        case .device: "Device"
        case .network: "Network address"
        case .since: "Since"
        case .lastUsed: "Last used"
        case .unknownDevice: "Unknown"
        case .thisOne: "This one"
        case .end: "End"
        }
    }

    var german: String {
        switch self {
        case .profile: "Profil"
        case .password: "Passwort"
        case .changePassword: "Passwort ändern"
        case .othersEnd: "Mit einem neuen Passwort werden Sie überall sonst abgemeldet."
        case .language: "Sprache"
        case .asTheBrowser: "Wie der Browser sie wünscht"
        case .secondFactor: "Anmeldung in zwei Schritten"
        case .isSetUp: "Die Anmeldung in zwei Schritten ist eingerichtet"
        case .isNotSetUp: "Nicht eingerichtet"
        case .whatFor: "Neben dem Passwort wird dann ein Code verlangt, den eine App auf Ihrem Telefon anzeigt."
        case .setUp: "Anmeldung in zwei Schritten einrichten"
        case .removing: "Zum Entfernen Passwort und Code eingeben. Sie werden überall sonst abgemeldet."
        case .takeAway: "Anmeldung in zwei Schritten entfernen"
        case .authenticator: "Die Praxis in die App aufnehmen"
        case .picture: "QR-Code mit dem Schlüssel"
        case .scan: "Lesen Sie dieses Bild mit der App ein."
        case .typeSecret: "Oder geben Sie diesen Schlüssel als zeitbasiert ein. Er wird nicht wieder angezeigt."
        case .openAuthenticator: "Die App auf diesem Gerät öffnen"
        case .copy: "Kopieren"
        case .copied: "Kopiert"
        case .firstCode: "Erster Code"
        case .shownBefore: "Geben Sie den Code ein, den die App jetzt zeigt. Ohne Schlüssel beginnen Sie von vorn."
        case .confirm: "Bestätigen"
        case .recoveryCodes: "Wiederherstellungscodes"
        case .keepCodes:
            "Mit jedem melden Sie sich einmal ohne Telefon an. Drucken Sie sie oder schreiben Sie sie auf: Sie werden nicht wieder angezeigt."
        case .codesKept: "Ich habe sie aufbewahrt"
        case .print: "Drucken"
        case .sessions: "Wo Sie angemeldet sind"
        case .device: "Gerät"
        case .network: "Netzadresse"
        case .since: "Seit"
        case .lastUsed: "Zuletzt benutzt"
        case .unknownDevice: "Unbekannt"
        case .thisOne: "Dieses hier"
        case .end: "Beenden"
        }
    }
}
