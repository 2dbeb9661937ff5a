/// Texts about signing in.
enum SignInPhrase: Phrase {
    case signIn, afterIdle, codeHint, foreign, noAdministrator, makeAdministrator, thenSignIn
    case badCredentials, codeWanted, throttled(seconds: Int64), draftOfOther, draftBack

    var english: String {
        switch self {
        case .signIn: "Sign in"
        case .afterIdle: "Your session has ended. Sign in again with the same account; what you typed comes back."
        case .codeHint: "The six digits that your authenticator shows, or a recovery code."
        case .foreign: "The form was too old. Please sign in once more."
        case .noAdministrator: "There is no administrator yet"
        case .makeAdministrator: "Make the first one where the server runs, with this command:"
        case .thenSignIn: "Then sign in here with the name and password that you gave there."
        case .badCredentials: "Name and password do not match an active account."
        case .codeWanted: "This account asks for a one-time code. Enter your password and the code."
        case .throttled(let seconds):
            minutes(seconds) == 1
                ? "Too many attempts failed. Try again in a minute."
                : "Too many attempts failed. Try again in \(minutes(seconds)) minutes."
        case .draftOfOther: "What was typed belongs to another account, or is too old; it cannot be shown."
        case .draftBack: "You are signed in again. This is what you typed; nothing is saved yet."
        }
    }

    var german: String {
        switch self {
        case .signIn: "Anmelden"
        case .afterIdle:
            "Ihre Sitzung ist beendet. Melden Sie sich mit demselben Konto wieder an; Ihre Eingaben kommen zurück."
        case .codeHint: "Die sechs Ziffern, die Ihre App anzeigt, oder ein Wiederherstellungscode."
        case .foreign: "Das Formular war zu alt. Bitte melden Sie sich noch einmal an."
        case .noAdministrator: "Es gibt noch kein Konto der Verwaltung"
        case .makeAdministrator: "Legen Sie das erste dort an, wo der Server läuft, mit diesem Befehl:"
        case .thenSignIn: "Melden Sie sich danach hier mit dem Namen und Passwort an, die Sie dort angegeben haben."
        case .badCredentials: "Name und Passwort passen zu keinem aktiven Konto."
        case .codeWanted: "Dieses Konto verlangt einen Einmalcode. Geben Sie Ihr Passwort und den Code ein."
        case .throttled(let seconds):
            minutes(seconds) == 1
                ? "Zu viele Fehlversuche. Versuchen Sie es in einer Minute wieder."
                : "Zu viele Fehlversuche. Versuchen Sie es in \(minutes(seconds)) Minuten wieder."
        case .draftOfOther:
            "Die Eingaben gehören zu einem anderen Konto oder sind zu alt und können nicht gezeigt werden."
        case .draftBack: "Sie sind wieder angemeldet. Das hatten Sie eingegeben; noch ist nichts gespeichert."
        }
    }

    private func minutes(_ seconds: Int64) -> Int64 { (seconds + 59) / 60 }
}
