/// Something that happened and is kept for ever: who did what, to which record, whose data it was about, from where, and
/// how it ended. Never what was searched for, entered or shown.
public struct AuditEvent: Equatable, Sendable {
    public var at: Instant
    public var action: AuditAction
    public var outcome = AuditOutcome.done
    /// `nil` before somebody is known.
    public var account: AccountID?
    /// The account's role at that moment.
    public var role: Role?
    public var session: SessionID?
    /// The request and the client's address; what the device calls itself is not kept.
    public var origin: RequestOrigin
    /// The one record that it is about; `nil` for a list.
    public var subject: AuditSubject?
    /// Whose data it is about: one for a record of a patient, as many as were shown for a list.
    public var patients: Set<PatientID>
    /// The members that were changed, never what they held or hold.
    public var changed: Set<Field>

    /// What somebody does who is signed in.
    public init(
        _ action: AuditAction, by caller: Caller, at now: Instant, on subject: AuditSubject? = nil,
        patients: Set<PatientID> = [], changed: Set<Field> = []
    ) {
        self.init(action, from: caller.origin, at: now, account: caller.account, on: subject)
        role = caller.role
        session = caller.session
        self.patients = patients
        self.changed = changed
    }

    /// What is done before anybody is signed in, or by nobody.
    ///
    /// - Parameter account: whom it concerns as far as is known, without a proof that it was they.
    public init(
        _ action: AuditAction, from origin: RequestOrigin, at now: Instant, account: AccountID? = nil,
        on subject: AuditSubject? = nil
    ) {
        at = now
        self.action = action
        self.origin = origin
        self.account = account
        self.subject = subject
        patients = []
        changed = []
    }

    /// The same with another outcome.
    public func ended(_ outcome: AuditOutcome) -> AuditEvent {
        var event = self
        event.outcome = outcome
        return event
    }
}

/// The number of an event, in the order in which the store took them.
public typealias AuditEventID = ID<AuditEvent>
