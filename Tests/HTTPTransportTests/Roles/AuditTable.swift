import Domain

/// What the audit trail says of each request of `RoleTable` that is not refused, written by hand.
enum AuditTable {
    /// After the request: the action; the record, where `*` is the one that was made; the patients, where `*` are those
    /// who are shown; the members that were changed.
    static let rows = """
        GET    /api/auth/profile/                   account.read        account:own   own  -
        PUT    /api/auth/profile/                   account.changed     account:own   own  firstName
        PATCH  /api/auth/profile/                   account.changed     account:own   own  firstName
        POST   /api/auth/password/change/           account.password_changed account:own own -
        GET    /api/auth/sessions/                  session.listed      account:own   -    -
        DELETE /api/auth/sessions/{id}/             session.ended       session:1     -    -
        POST   /api/auth/otp/enrol/                 account.second_factor_enrolled account:own own -
        POST   /api/auth/otp/confirm/               account.second_factor_confirmed account:own own -
        DELETE /api/auth/otp/                       account.second_factor_removed account:own own -
        GET    /api/accounts/                       account.listed      -             1,2  -
        POST   /api/accounts/                       account.created     account:*     -    -
        GET    /api/accounts/{id}/                  account.read        account:1     -    -
        PUT    /api/accounts/{id}/                  account.changed     account:1     -    firstName
        PATCH  /api/accounts/{id}/                  account.changed     account:1     -    firstName
        DELETE /api/accounts/{id}/sessions/         session.ended       account:1     -    -
        GET    /api/audit/                          audit.listed        -             -    -
        GET    /api/patients/                       patient.listed      -             *    -
        POST   /api/patients/                       patient.created     patient:*     3    -
        GET    /api/patients/{id}/                  patient.read        patient:1     1    -
        PUT    /api/patients/{id}/                  patient.changed     patient:1     1    firstName
        PUT    /api/patients/{id}/#clinical         patient.changed     patient:1     1    allergies
        PATCH  /api/patients/{id}/                  patient.changed     patient:1     1    firstName
        PATCH  /api/patients/{id}/#clinical         patient.changed     patient:1     1    allergies
        DELETE /api/patients/{id}/                  patient.deleted     patient:1     1    -
        GET    /api/patients/{id}/access-log/       access_log.listed   patient:1     1    -
        GET    /api/doctors/                        doctor.listed       -             -    -
        POST   /api/doctors/                        doctor.created      doctor:*      -    -
        GET    /api/doctors/{id}/                   doctor.read         doctor:1      -    -
        PUT    /api/doctors/{id}/                   doctor.changed      doctor:1      -    education
        PATCH  /api/doctors/{id}/                   doctor.changed      doctor:1      -    education
        DELETE /api/doctors/{id}/                   doctor.deleted      doctor:1      1    -
        GET    /api/mappings/                       mapping.listed      -             *    -
        POST   /api/mappings/                       mapping.created     mapping:*     1    -
        GET    /api/mappings/patient/{patient_id}/  mapping.listed      patient:1     1    -
        GET    /api/mappings/{id}/                  mapping.read        mapping:1     1    -
        PUT    /api/mappings/{id}/                  mapping.changed     mapping:1     1    notes
        PATCH  /api/mappings/{id}/                  mapping.changed     mapping:1     1    notes
        DELETE /api/mappings/{id}/                  mapping.deleted     mapping:1     1    -
        GET    /api/appointments/                   appointment.listed  -             *    -
        POST   /api/appointments/                   appointment.created appointment:* 1    -
        POST   /api/appointments/#past              appointment.created appointment:* 1    -
        POST   /api/appointments/#completed         appointment.created appointment:* 1    -
        GET    /api/appointments/{id}/              appointment.read    appointment:1 1    -
        PUT    /api/appointments/{id}/              appointment.changed appointment:1 1    notes
        PUT    /api/appointments/{id}/#status       appointment.changed appointment:1 1    status
        PUT    /api/appointments/{id}/#cancel       appointment.changed appointment:1 1    status
        PATCH  /api/appointments/{id}/              appointment.changed appointment:1 1    notes
        PATCH  /api/appointments/{id}/#status       appointment.changed appointment:1 1    status
        PATCH  /api/appointments/{id}/#cancel       appointment.changed appointment:1 1    status
        DELETE /api/appointments/{id}/              appointment.deleted appointment:1 1    -
        GET    /hospital/api/patients/              patient.listed      -             *    -
        POST   /hospital/api/patients/              patient.created     patient:*     3    -
        GET    /hospital/api/patients/{id}/         patient.read        patient:1     1    -
        PUT    /hospital/api/patients/{id}/         patient.changed     patient:1     1    firstName
        DELETE /hospital/api/patients/{id}/         patient.deleted     patient:1     1    -
        GET    /hospital/api/doctors/               doctor.listed       -             -    -
        POST   /hospital/api/doctors/               doctor.created      doctor:*      -    -
        GET    /hospital/api/doctors/{id}/          doctor.read         doctor:1      -    -
        PUT    /hospital/api/doctors/{id}/          doctor.changed      doctor:1      -    firstName
        DELETE /hospital/api/doctors/{id}/          doctor.deleted      doctor:1      1    -
        GET    /hospital/api/mappings/              mapping.listed      -             *    -
        POST   /hospital/api/mappings/              mapping.created     mapping:*     1    -
        GET    /hospital/api/mappings/{patient_id}/ patient.read        patient:1     1    -
        DELETE /hospital/api/mappings/{id}/delete/  mapping.deleted     mapping:1     1    -
        """

    /// What a refusal says: which record was meant, and whose.
    static let refused = [
        "account": "-", "session": "-", "patient": "1", "doctor": "-", "mapping": "1", "appointment": "1",
    ]

    /// What is noted of those who sign in, whoever sends the request: the actions, and the account whose they are, where
    /// `*` is the one that was made.
    static let ofSignIns: [String: (actions: [String], subject: String)] = [
        "POST /api/auth/register/": (["account.created", "session.started"], "account:*"),
        "POST /api/auth/login/": (["session.started"], "account:1"),
        "POST /api/auth/token/refresh/": (["session.refreshed"], "account:1"),
        "POST /api/auth/logout/": (["session.ended"], "account:1"),
        "POST /hospital/api/auth/register/": (["account.created", "session.started"], "account:*"),
        "POST /hospital/api/auth/login/": (["session.started"], "account:1"),
    ]
}

/// What is expected of an event.
struct AuditRow: Equatable, Sendable {
    var action: String
    /// `KIND:NUMBER`, or `-`.
    var subject: String
    /// Numbers, or `-`.
    var patients: String
    var changed: String
    var outcome = "done"

    static let all: [String: AuditRow] = Dictionary(
        uniqueKeysWithValues: AuditTable.rows.split(separator: "\n").map { line in
            let words = line.split(separator: " ").map { String($0) }
            return (
                "\(words[0]) \(words[1])",
                AuditRow(action: words[2], subject: words[3], patients: words[4], changed: words[5])
            )
        })

    init(action: String, subject: String, patients: String, changed: String) {
        self.action = action
        self.subject = subject
        self.patients = patients
        self.changed = changed
    }

    /// What an entry says.
    init(_ entry: AuditEntry) {
        action = entry.action
        subject = entry.record.map { "\(entry.recordKind):\($0)" } ?? "-"
        patients = entry.patients.isEmpty ? "-" : entry.patients.map { String($0) }.joined(separator: ",")
        changed = entry.changed.isEmpty ? "-" : entry.changed
        outcome = entry.outcome
    }
}
