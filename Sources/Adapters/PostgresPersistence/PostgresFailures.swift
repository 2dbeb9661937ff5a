import Domain
import PostgresClient

extension Failure {
    /// What an error of the client means to the outside: the one place that says so.
    ///
    /// The log gets SQLSTATEs and names of constraints, never a message of the server, a statement or a value.
    init(postgres error: PostgresError) {
        switch error {
        case .poolExhausted: self = .busy
        case .server(let error): self = Failure(server: error)
        case .commitOutcomeUnknown:
            self = .unavailable(Fault("PostgreSQL: the outcome of a COMMIT is unknown", outcomeUnknown: true))
        case .notConnected: self = .fault("no connection to the server")
        case .timedOut: self = .fault("no answer in time")
        case .connectionLost: self = .fault("connection lost")
        case .cancelled: self = .fault("cancelled")
        case .transactionRolledBack: self = .fault("COMMIT was answered with ROLLBACK")
        case .transactionFinished: self = .fault("a transaction was used after its end")
        case .notRunning: self = .fault("the client is not running")
        case .invalidConfiguration: self = .fault("the connection string is malformed")
        case .invalidParameter(let position): self = .fault("parameter \(position) cannot be sent")
        case .invalidStatement: self = .fault("a statement cannot be sent")
        case .unexpectedValue(let column): self = .fault("column \(column) holds something unexpected")
        case .unexpectedRowCount(let count): self = .fault("\(count) rows where one was expected")
        }
    }

    /// What the error of a whole transaction means.
    init(postgres error: TransactionError<Failure>) {
        switch error {
        case .work(let failure): self = failure
        case .client(let error): self = Failure(postgres: error)
        }
    }

    /// What the error of a migration means; with advice where an administrator has to act.
    init(migration title: String, _ error: PostgresError) {
        let failure = Failure(postgres: error)
        guard case .unavailable(let fault) = failure, let state = error.serverError?.state else {
            self = failure
            return
        }
        self = .unavailable(Fault("\(fault.summary) in migration \(title)\(state.migrationAdvice)"))
    }

    private init(server error: PostgresServerError) {
        switch error.state {
        // A lock that was not free in time; a transaction that lost against others again and again.
        case .lockNotAvailable, .serializationFailure, .deadlockDetected: self = .busy
        case .uniqueViolation, .exclusionViolation:
            guard let conflict = error.constraint.flatMap(Conflict.init(constraint:)) else { fallthrough }
            self = .conflict(conflict)
        case .foreignKeyViolation:
            guard let kind = error.constraint.flatMap(RecordKind.init(missingBy:)) else { fallthrough }
            self = .notFound(kind)
        default:
            let constraint = error.constraint.map { ", constraint \($0)" } ?? ""
            self = .fault("SQLSTATE \(error.state)\(constraint)")
        }
    }

    /// A fault whose summary says that it is PostgreSQL's.
    static func fault(_ summary: String) -> Failure { .unavailable(Fault("PostgreSQL: \(summary)")) }
}

extension SQLState {
    /// What to do about a migration that ended with this.
    fileprivate var migrationAdvice: String {
        switch code {
        case "42501":
            "; grant the role CREATE on the database and on its schema, "
                + "or let an administrator run CREATE EXTENSION btree_gist and CREATE EXTENSION pg_trgm in it first"
        case "58P01", "0A000": "; install PostgreSQL's contrib package, which has btree_gist and pg_trgm, on the server"
        default: ""
        }
    }
}

extension RecordKind {
    /// What a trigger of the migrations misses; `nil` for every other name.
    init?(missingBy name: String) {
        switch name {
        case "appointments_patient_is_there": self = .patient
        case "appointments_doctor_is_there": self = .doctor
        default: return nil
        }
    }
}

extension Conflict {
    /// The rule that a constraint of the migrations keeps; `nil` for every other name.
    init?(constraint name: String) {
        switch name {
        case "accounts_username_key": self = .usernameTaken
        case "accounts_email_key": self = .accountEmailTaken
        case "accounts_doctor_key": self = .doctorHasAccount
        case "accounts_patient_key": self = .patientHasAccount
        case "patients_email_key": self = .patientEmailTaken
        case "doctors_license_number_key": self = .licenseTaken
        case "doctors_email_key": self = .doctorEmailTaken
        case "assignments_patient_doctor_key": self = .alreadyAssigned
        case "appointments_doctor_no_overlap": self = .diary([.doctorConflict])
        case "appointments_patient_no_overlap": self = .diary([.patientConflict])
        default: return nil
        }
    }
}
