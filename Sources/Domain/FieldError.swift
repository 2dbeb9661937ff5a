/// One thing that is wrong with one member of a request, in no language.
public struct FieldError: Equatable, Sendable {
    public let field: Field
    public let reason: Reason

    public init(_ field: Field, _ reason: Reason) {
        self.field = field
        self.reason = reason
    }

    /// Why a value was refused. Each transport has exactly one text for each.
    public enum Reason: Error, Equatable, Sendable {
        // Presence
        case required, null, blank
        // Kinds of values; the texts are what was received
        case notText, notAnInteger, notANumber, notABoolean, notADate, notATime
        case notAnIdentifier(received: String)
        // Text
        case tooLong(maximum: Int), nullCharacters, malformedEmail, malformedUsername
        case notAChoice(String)
        // Numbers and times
        case tooSmall(minimum: Int), tooLarge(maximum: Int)
        case tooManyDigits(maximum: Int), tooManyDecimals(maximum: Int), tooManyWholeDigits(maximum: Int)
        case bornInFuture, bornTooEarly, timeOutOfRange
        // Other records
        case noSuchRecord(String), taken(Conflict)
        // Passwords
        case passwordTooSimilar(to: PasswordAttribute), passwordTooShort(minimum: Int), passwordTooLong(maximum: Int)
        case passwordTooCommon, passwordEntirelyNumeric, passwordsDiffer
        case wrongPassword, wrongOldPassword, passwordUnchanged, wrongOneTimeCode
        // Accounts
        case onlyForRole(Role), ownAccount, lastAdministrator
        // Appointments
        case startInPast
        case statusMove(from: AppointmentStatus, to: AppointmentStatus)
        // Parameters of lists
        case filterNotAChoice(String), filterNoSuchRecord, filterNotADate, filterNotATime
        case filterTooManyWords(maximum: Int), malformedCursor
    }
}
