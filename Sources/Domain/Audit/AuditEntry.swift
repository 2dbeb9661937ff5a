/// An event as it is kept: codes and numbers, so that also what a newer program wrote, or somebody tampered with, can be
/// read and checked.
public struct AuditEntry: Equatable, Sendable {
    public var at: Instant
    /// The code of an `AuditAction`.
    public var action: String
    /// The code of an `AuditOutcome`.
    public var outcome: String
    public var account: Int64?
    /// The code of a `Role`; blank when there is none, like all texts here.
    public var role = ""
    public var session = ""
    public var address = ""
    public var request = ""
    /// The code of a `RecordKind`.
    public var recordKind = ""
    public var record: Int64?
    /// Ascending, each once.
    public var patients: [Int64] = []
    /// The codes of `Field`s, ascending, joined by commas.
    public var changed = ""

    /// An entry of nobody.
    public init(at: Instant, action: String, outcome: String) {
        self.at = at
        self.action = action
        self.outcome = outcome
    }

    /// The event as it is kept.
    public init(_ event: AuditEvent) {
        self.init(at: event.at, action: event.action.rawValue, outcome: event.outcome.rawValue)
        account = event.account?.number
        role = event.role?.rawValue ?? ""
        session = event.session?.text ?? ""
        address = event.origin.address?.text ?? ""
        // No database keeps a NUL, and what is not kept as it was authenticated looks tampered with.
        request = event.origin.request.withoutNUL
        recordKind = event.subject?.kind.rawValue ?? ""
        record = event.subject?.number
        patients = event.patients.map(\.number).sorted()
        if !event.changed.isEmpty { changed = event.changed.map(\.rawValue).sorted().joined(separator: ",") }
    }

    /// The codes of the members that were changed.
    public var changedCodes: [String] { changed.split(separator: ",").map { String($0) } }
}

extension String {
    fileprivate var withoutNUL: String {
        hasNUL ? String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\0" })) : self
    }

    private var hasNUL: Bool { utf8.withContiguousStorageIfAvailable { $0.contains(0) } ?? utf8.contains(0) }
}

/// An entry with its number.
public struct KeptAuditEntry: Equatable, Sendable {
    public let id: AuditEventID
    public let entry: AuditEntry

    public init(id: AuditEventID, entry: AuditEntry) {
        self.id = id
        self.entry = entry
    }
}
