import Application
import Domain

/// A storage that fails at everything.
struct BrokenStorage: Storage {
    let failure: Failure

    var reads: Readers {
        let broken = BrokenReaders(failure: failure)
        return Readers(
            patients: broken, doctors: broken, assignments: broken, appointments: broken, accounts: broken,
            sessions: broken, throttle: broken, audit: broken, statistics: broken)
    }

    var audit: any AuditTrail { BrokenReaders(failure: failure) }

    func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result { throw failure }

    func checkReadiness() async throws(Failure) { throw failure }
}

/// Readers that fail at everything.
struct BrokenReaders {
    let failure: Failure
}

extension BrokenReaders: PatientReader {
    func find(_ id: PatientID, in scope: Scope) async throws(Failure) -> Patient? { throw failure }
    func find(_ ids: Set<PatientID>, in scope: Scope) async throws(Failure) -> [Patient] { throw failure }
    func longBytes(of ids: Set<PatientID>, in scope: Scope) async throws(Failure) -> [PatientID: Int] { throw failure }
    func isEmailClaimed(_ email: EmailAddress, except: PatientID?) async throws(Failure) -> Bool { throw failure }
    func list(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> [Patient] { throw failure }
    func outline(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> [ListEntry] { throw failure }
    func count(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> Int { throw failure }
    func dependents(of id: PatientID, at now: Instant) async throws(Failure) -> Dependents { throw failure }
}

extension BrokenReaders: DoctorReader {
    func find(_ id: DoctorID) async throws(Failure) -> Doctor? { throw failure }
    func find(_ ids: Set<DoctorID>) async throws(Failure) -> [Doctor] { throw failure }
    func list(_ query: DoctorQuery) async throws(Failure) -> [Doctor] { throw failure }
    func outline(_ query: DoctorQuery) async throws(Failure) -> [ListEntry] { throw failure }
    func count(_ query: DoctorQuery) async throws(Failure) -> Int { throw failure }
    func dependents(of id: DoctorID, at now: Instant) async throws(Failure) -> Dependents { throw failure }
    func taken(
        license: LicenseNumber?, email: EmailAddress?, except: DoctorID?
    ) async throws(Failure) -> [Conflict] { throw failure }
}

extension BrokenReaders: AssignmentReader {
    func find(_ ids: Set<AssignmentID>, in scope: Scope) async throws(Failure) -> [Assignment] { throw failure }
    func find(_ id: AssignmentID, in scope: Scope) async throws(Failure) -> Assignment? { throw failure }
    func list(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [Assignment] { throw failure }
    func outlineWithDoctors(
        _ query: AssignmentQuery, in scope: Scope
    ) async throws(Failure) -> [ListEntry] { throw failure }
    func outline(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [ListEntry] { throw failure }
    func count(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> Int { throw failure }
    func listWithDoctors(
        _ query: AssignmentQuery, in scope: Scope
    ) async throws(Failure) -> [AssignmentWithDoctor] { throw failure }
}

extension BrokenReaders: AppointmentReader {
    func find(_ ids: Set<AppointmentID>, in scope: Scope) async throws(Failure) -> [Appointment] { throw failure }
    func find(_ id: AppointmentID, in scope: Scope) async throws(Failure) -> Appointment? { throw failure }
    func list(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> [Appointment] { throw failure }
    func outline(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> [ListEntry] { throw failure }
    func count(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> Int { throw failure }
    func agenda(
        _ query: AgendaQuery, limit: Int, in scope: Scope
    ) async throws(Failure) -> [Appointment] { throw failure }
    func agendaStarts(_ query: AgendaQuery, in scope: Scope) async throws(Failure) -> [AgendaStart] { throw failure }
    func agendaVersion(_ query: AgendaQuery, in scope: Scope) async throws(Failure) -> AgendaVersion { throw failure }
    func diary(
        of doctor: DoctorID, and patient: PatientID, around slot: Slot, except: AppointmentID?
    ) async throws(Failure) -> Diary? { throw failure }
}

extension BrokenReaders: AccountReader {
    func find(_ id: AccountID) async throws(Failure) -> Account? { throw failure }
    func find(_ ids: Set<AccountID>) async throws(Failure) -> [Account] { throw failure }
    func credentials(of username: String) async throws(Failure) -> Credentials? { throw failure }
    func credentials(of id: AccountID) async throws(Failure) -> Credentials? { throw failure }
    func taken(
        username: Username?, email: EmailAddress?, except: AccountID?
    ) async throws(Failure) -> [Conflict] { throw failure }
    func linked(
        to doctor: DoctorID?, or patient: PatientID?, except: AccountID?
    ) async throws(Failure) -> [Conflict] { throw failure }
    func outline(_ query: AccountQuery) async throws(Failure) -> [ListEntry] { throw failure }
    func list(_ query: AccountQuery) async throws(Failure) -> [Account] { throw failure }
    func count(_ query: AccountQuery) async throws(Failure) -> Int { throw failure }
}

extension BrokenReaders: ThrottleReader {
    func tallies(of keys: [ThrottleKey], at now: Instant) async throws(Failure) -> [ThrottleKey: FailureTally] {
        throw failure
    }
}

extension BrokenReaders: SessionReader {
    func find(_ id: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Session? { throw failure }
    func list(of account: AccountID, at now: Instant) async throws(Failure) -> [Session] { throw failure }
    func caller(of session: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Caller? {
        throw failure
    }
}

extension BrokenReaders: AuditReader, AuditTrail {
    func record(_ event: AuditEvent) async throws(Failure) { throw failure }
    func outline(_ query: AuditQuery) async throws(Failure) -> [ListEntry] { throw failure }
    func find(_ ids: Set<AuditEventID>) async throws(Failure) -> [KeptAuditEntry] { throw failure }
    func list(_ query: AuditQuery) async throws(Failure) -> [KeptAuditEntry] { throw failure }
    func count(_ query: AuditQuery) async throws(Failure) -> Int { throw failure }
    func links(after place: AuditPlace?, limit: Int) async throws(Failure) -> [KeptChainLink] { throw failure }
    func heads(after number: Int64, limit: Int) async throws(Failure) -> [KeptAuditHead] { throw failure }
    func newestHead() async throws(Failure) -> KeptAuditHead? { throw failure }
    func newestLinks(limit: Int) async throws(Failure) -> [KeptChainLink] { throw failure }
    func links(at places: [ChainPlace]) async throws(Failure) -> [KeptChainLink] { throw failure }
    func wronglyIndexed() async throws(Failure) -> [AuditEventID] { throw failure }
    func impossible() async throws(Failure) -> [Int64] { throw failure }
}

extension BrokenReaders: StatisticsReader {
    func appointments(on days: LocalDays) async throws(Failure) -> [[AppointmentStatus: Int]] { throw failure }
    func loads(on days: LocalDays) async throws(Failure) -> [DoctorID: Load] { throw failure }
    func newPatients(on days: LocalDays) async throws(Failure) -> [Int] { throw failure }
    func events(_ actions: Set<AuditAction>, on days: LocalDays) async throws(Failure) -> [[AuditAction: Int]] {
        throw failure
    }
    func sessions(at now: Instant) async throws(Failure) -> SessionCount { throw failure }
}
