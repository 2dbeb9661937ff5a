/// Everything that a use case can refuse. A new case stops the build until each transport answers it.
public enum Failure: Error, Equatable, Sendable {
    /// The request could not be read at all.
    case unreadable(Unreadable)
    /// One or more members of the request are wrong; all of them are listed.
    case invalid([FieldError])
    /// The record does not exist, or the caller may not see it; nobody can tell which.
    case notFound(RecordKind)
    /// A rule between records stands against it.
    case conflict(Conflict)
    /// The caller is not, or no longer, signed in.
    case notSignedIn(SignInRefusal)
    /// Somebody failed to sign in too often; the next attempt may be made after so many seconds.
    case throttled(seconds: Int64)
    /// The caller has to do this first.
    case dutyFirst(Duty)
    /// The caller may see the record but not do this to it.
    case notAllowed
    /// The record is not, or no longer, in the version that the request expects.
    case outdated
    /// The request bears the key of another one.
    case retried(RetryRefusal)
    /// Too much is under way; nothing was done, and the same request may succeed shortly.
    case busy
    /// A part that we depend on failed. The outcome of a write is unknown when `Fault.outcomeUnknown` says so.
    case unavailable(Fault)
}

/// Why a request could not be read.
public enum Unreadable: Equatable, Sendable {
    /// It is not well formed; the text says where, without repeating any of it.
    case malformed(String)
    /// It is of a type that is not understood; the type as sent.
    case unsupportedType(String)
    /// The body is compressed, or coded otherwise; only bodies as they are are read.
    case unsupportedCoding(String)
    /// It is well formed but holds no members; the kind of value that it is.
    case notAnObject(String)
    /// It holds nothing at all.
    case nothing
    /// It is larger than is accepted.
    case tooLarge
}

/// The kinds of records that a caller can ask for by number, with the codes under which the audit trail keeps them.
public enum RecordKind: String, Sendable, CaseIterable {
    case patient, doctor
    case assignment = "mapping"
    case appointment, account, session
}

/// What the log should say of a fault of ours. Never holds a value that a person entered.
public struct Fault: Equatable, Sendable {
    /// A short technical description, such as an SQLSTATE.
    public let summary: String
    /// Whether a write may have been kept although no success was reported.
    public let outcomeUnknown: Bool

    public init(_ summary: String, outcomeUnknown: Bool = false) {
        self.summary = summary
        self.outcomeUnknown = outcomeUnknown
    }
}

/// Why somebody is not signed in.
public enum SignInRefusal: Error, Equatable, Sendable, CaseIterable {
    /// No such active account with this password; deliberately not said which part is wrong.
    case badCredentials
    /// Name and password are right, and a second factor is asked for besides.
    case oneTimeCodeRequired
    /// Name and password are right, but the code of the second factor is not, or not any more.
    case oneTimeCodeWrong
    /// No credentials were sent.
    case noCredentials
    /// The token is not one of ours, or was changed, or its session has ended.
    case invalidToken
    /// The token was good once.
    case expiredToken
    /// A refresh token was used as an access token, or the other way round.
    case wrongTokenType
}

/// Why a request that bears the key of an earlier one is not answered like that one.
public enum RetryRefusal: Equatable, Sendable, CaseIterable {
    /// The earlier one has not come to its end yet.
    case stillRunning
    /// The earlier one asked for something else.
    case otherRequest
}
