import Domain
import PostgresClient
import Testing

@testable import PostgresPersistence

@Suite("An error of the database")
struct FailureTests {
    @Test(
        "is the conflict of its constraint",
        arguments: [
            ("accounts_username_key", Conflict.usernameTaken), ("accounts_email_key", .accountEmailTaken),
            ("accounts_doctor_key", .doctorHasAccount), ("accounts_patient_key", .patientHasAccount),
            ("patients_email_key", .patientEmailTaken),
            ("doctors_license_number_key", .licenseTaken), ("doctors_email_key", .doctorEmailTaken),
            ("assignments_patient_doctor_key", .alreadyAssigned),
        ])
    func uniqueness(constraint: String, conflict: Conflict) {
        let error = PostgresServerError(state: .uniqueViolation, constraint: constraint)

        #expect(Failure(postgres: .server(error)) == .conflict(conflict))
    }

    @Test(
        "about overlapping appointments is a refusal of the diary",
        arguments: [
            ("appointments_doctor_no_overlap", DiaryRefusal.doctorConflict),
            ("appointments_patient_no_overlap", .patientConflict),
        ])
    func overlap(constraint: String, refusal: DiaryRefusal) {
        let error = PostgresServerError(state: .exclusionViolation, constraint: constraint)

        #expect(Failure(postgres: .server(error)) == .conflict(.diary([refusal])))
    }

    @Test(
        "under an unknown name is a fault of ours, not a guess",
        arguments: [
            (SQLState.uniqueViolation, "patients_pkey"), (SQLState("23514"), "patients_sound"),
            (SQLState("23503"), "patients_created_by_fkey"),
        ])
    func unknownConstraint(state: SQLState, constraint: String) {
        let error = PostgresServerError(state: state, constraint: constraint)

        let fault = Fault("PostgreSQL: SQLSTATE \(state), constraint \(constraint)")
        #expect(Failure(postgres: .server(error)) == .unavailable(fault))
    }

    @Test(
        "after waiting for others in vain is `busy`",
        arguments: [
            PostgresError.poolExhausted, .server(PostgresServerError(state: .lockNotAvailable)),
            .server(PostgresServerError(state: .serializationFailure)),
            .server(PostgresServerError(state: .deadlockDetected)),
        ])
    func busy(error: PostgresError) {
        #expect(Failure(postgres: error) == .busy)
    }

    @Test("while committing leaves the outcome unknown")
    func unknownOutcome() throws {
        let failure = Failure(postgres: TransactionError<Failure>.client(.commitOutcomeUnknown))

        guard case .unavailable(let fault) = failure else { throw failure }
        #expect(fault.outcomeUnknown)
    }

    @Test(
        "of any other kind is `unavailable`, with a known outcome",
        arguments: [
            PostgresError.notConnected, .timedOut, .connectionLost, .cancelled, .transactionRolledBack,
            .transactionFinished, .notRunning, .invalidConfiguration, .invalidParameter(position: 1),
            .invalidStatement, .unexpectedValue(column: 2), .unexpectedRowCount(0),
            .server(PostgresServerError(state: .queryCanceled)),
            .server(PostgresServerError(state: .readOnlyTransaction)),
        ])
    func unavailable(error: PostgresError) throws {
        let failure = Failure(postgres: error)

        guard case .unavailable(let fault) = failure else { throw failure }
        #expect(!fault.outcomeUnknown)
    }

    @Test("thrown by the work of a transaction stays as it is")
    func work() {
        #expect(Failure(postgres: TransactionError.work(Failure.notAllowed)) == .notAllowed)
    }
}
