import Application
import Domain
import PostgresClient

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
        return (PostgresStatement(sql: "SELECT \(isDoctorThere), \(isPatientThere), \(number)"), values)
    }
}
