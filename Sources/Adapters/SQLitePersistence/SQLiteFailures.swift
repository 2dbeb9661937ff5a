import Domain
import GRDB

extension Failure {
    /// What an error of the database means to the outside: the one place that says so.
    ///
    /// The log gets result codes and names of constraints, never SQLite's messages or statements.
    init(sqlite error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let fault as SQLiteFault: self = .unavailable(Fault(fault.summary))
        case let error as DatabaseError: self = Failure(result: error)
        default: self = .unavailable(Fault("SQLite: \(type(of: error))"))
        }
    }

    /// The failure of a COMMIT that left nothing behind, unless the disk failed: then nobody knows.
    init(sqliteCommit error: any Error) {
        let failure = Failure(sqlite: error)
        guard case .unavailable(let fault) = failure, let code = (error as? DatabaseError)?.resultCode,
            code == .SQLITE_IOERR || code == .SQLITE_FULL
        else {
            self = failure
            return
        }
        self = .unavailable(Fault(fault.summary, outcomeUnknown: true))
    }

    private init(result error: DatabaseError) {
        switch error.extendedResultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_CONSTRAINT_TRIGGER: self = Failure(constraint: error.message ?? "")
        default:
            self = .unavailable(Fault("SQLite \(error.extendedResultCode)"))
        }
    }

    /// The conflict behind a constraint.
    ///
    /// The name is the message of `RAISE` in our own triggers, word for word. SQLite's own sentences about
    /// unique indexes name columns, not indexes, and may change; so one of those is a fault, never a guess.
    private init(constraint name: String) {
        switch name {
        case "accounts_username_key": self = .conflict(.usernameTaken)
        case "accounts_email_key": self = .conflict(.accountEmailTaken)
        case "accounts_doctor_key": self = .conflict(.doctorHasAccount)
        case "accounts_patient_key": self = .conflict(.patientHasAccount)
        case "patients_email_key": self = .conflict(.patientEmailTaken)
        case "doctors_license_number_key": self = .conflict(.licenseTaken)
        case "doctors_email_key": self = .conflict(.doctorEmailTaken)
        case "assignments_patient_doctor_key": self = .conflict(.alreadyAssigned)
        case "appointments_doctor_no_overlap": self = .conflict(.diary([.doctorConflict]))
        case "appointments_patient_no_overlap": self = .conflict(.diary([.patientConflict]))
        default: self = .unavailable(Fault("SQLite: unknown constraint \(name)"))
        }
    }
}
