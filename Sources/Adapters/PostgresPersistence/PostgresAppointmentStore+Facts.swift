import Application
import Domain
import PostgresClient
import Synchronization

extension PostgresAppointmentStore where Runner == PostgresTransaction {
    /// In one batch: who is there, as the caller sees patients, then the diaries, which see everything. Locks that go ahead
    /// are held before either is read.
    func facts(for question: BookingQuestion, patientIn scope: Scope) async throws(Failure) -> BookingFacts {
        let (statement, values) = Self.presence(question, patientIn: scope)
        let sight = Sight(ofPatients: scope)
        guard let planned = question.planned else {
            return try await runner.first(statement, values, seeing: sight, Self.facts) ?? nobody
        }
        let presence = try runner.firstLater(statement, values, seeing: sight, Self.facts)
        let diary = try await diary(
            of: planned.doctor, and: planned.patient, around: planned.slot, except: question.changed)
        var facts = try await presence() ?? nobody
        facts.doctorIsThere = diary != nil
        facts.diary = diary
        return facts
    }

    /// What is known without an answer.
    private var nobody: BookingFacts { BookingFacts(doctorIsThere: false, patientIsThere: false) }

    private static func facts(_ row: inout ColumnCursor) throws(PostgresError) -> BookingFacts {
        BookingFacts(doctorIsThere: try row.bool(), patientIsThere: try row.bool(), number: try row.optionalID())
    }

    /// Whether people are there, and the number of a new appointment, in one statement. The diary tells of its doctor.
    private static func presence(
        _ question: BookingQuestion, patientIn scope: Scope
    ) -> (PostgresStatement, [PostgresValue]) {
        var (isPatientThere, values) = ("TRUE", [] as [PostgresValue])
        if let patient = question.patient {
            (isPatientThere, values) = PostgresPatientStore<Runner>.presence(of: patient, in: scope) ?? ("FALSE", [])
        }
        var isDoctorThere = "TRUE"
        if let doctor = question.doctor, question.planned == nil {
            values.append(.id(doctor))
            isDoctorThere = "EXISTS (SELECT FROM doctors WHERE id = $\(values.count) AND deleted_at IS NULL)"
        }
        let isNew = question.planned != nil && question.changed == nil
        let number = isNew ? "nextval('appointments_id_seq')" : "NULL::bigint"
        let sql = "SELECT \(isDoctorThere), \(isPatientThere), \(number)"
        guard isNew, !values.isEmpty else { return (PostgresStatement(sql: sql), values) }
        return (PresenceStatements.shared(sql, numbers: values.count), values)
    }
}

/// The statements that several bookings may share, each put together once: their texts are few.
private enum PresenceStatements {
    private static let known = Mutex<[String: PostgresStatement]>([:])

    static func shared(_ sql: String, numbers: Int) -> PostgresStatement {
        if let statement = known.withLock({ $0[sql] }) { return statement }
        let statement = PostgresStatement(sharedRead: sql, Array(repeating: "bigint", count: numbers))
        known.withLock { $0[sql] = statement }
        return statement
    }
}
