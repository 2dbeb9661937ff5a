import Application
import Domain
import PostgresClient

extension PostgresAppointmentStore where Runner == PostgresTransaction {
    func areThere(
        _ doctor: DoctorID?, _ patient: PatientID?, patientIn scope: Scope
    ) async throws(Failure) -> (doctor: Bool, patient: Bool) {
        guard doctor != nil || patient != nil else { return (true, true) }
        let (statement, values) = Self.presence(of: doctor, and: patient, in: scope)
        let found = try await runner.first(statement, values, seeing: Sight(ofPatients: scope)) {
            row throws(PostgresError) in
            (doctor: try row.bool(), patient: try row.bool())
        }
        return found ?? (false, false)
    }

    /// Both in one statement; nobody is always there.
    private static func presence(
        of doctor: DoctorID?, and patient: PatientID?, in scope: Scope
    ) -> (PostgresStatement, [PostgresValue]) {
        var (isPatientThere, values) = ("TRUE", [] as [PostgresValue])
        if let patient {
            (isPatientThere, values) = PostgresPatientStore<Runner>.presence(of: patient, in: scope) ?? ("FALSE", [])
        }
        var isDoctorThere = "TRUE"
        if let doctor {
            values.append(.id(doctor))
            isDoctorThere = "EXISTS (SELECT FROM doctors WHERE id = $\(values.count) AND deleted_at IS NULL)"
        }
        return (PostgresStatement(sql: "SELECT \(isDoctorThere), \(isPatientThere)"), values)
    }
}
