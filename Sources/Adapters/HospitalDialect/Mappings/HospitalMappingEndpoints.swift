import Application
import Domain
import HTTPTransport
import HTTPTypes

/// `/hospital/api/mappings/`
struct HospitalMappingEndpoints: Sendable {
    let patients: PatientUseCases
    let assignments: AssignmentUseCases

    func list(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var parameters = ParameterReader(exchange.query)
        var query = AssignmentQuery()
        query.ordering = [Ordering(.id)]
        query.page = parameters.page()
        let today = exchange.today
        let page = try await assignments.listWithPeople.inParts(query, check: parameters.check, for: caller)
        return .list(page, at: exchange.address) {
            Shape.hospitalMapping.write(HospitalMapping(mapping: $1, today: today), to: &$0)
        }
    }

    /// The doctors of a patient in the order in which they were assigned.
    func doctorsOfPatient(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let patient = try await patients.find(exchange.id(.patient), for: caller)
        var query = AssignmentQuery()
        query.ordering = [Ordering(.id)]
        switch try await assignments.listOfPatient.inParts(patient.id, query, for: caller) {
        case .whole(let mappings):
            let answer = DoctorsOfPatient(patient: patient.details, doctors: mappings.rows.map(\.doctor))
            return .json { Shape.doctorsOfPatient.write(answer, to: &$0) }
        case .parts(let mappings):
            // What an answer without doctors has around them.
            let around = DoctorsOfPatient(patient: patient.details, doctors: [])
            return .parts(of: mappings, in: { Shape.doctorsOfPatient.write(around, to: &$0) }) {
                Shape.hospitalDoctor.write($1.doctor, to: &$0)
            }
        }
    }

    func assign(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let read = { () throws(Failure) in
            var form = try exchange.form()
            return form.hospitalMapping()
        }
        return try await exchange.create { assignment in
            .json(.created) { Shape.newHospitalMapping.write(assignment, to: &$0) }
        } make: { () async throws(Failure) in
            try await assignments.assign(by: caller, read)
        } once: { retry async throws(Failure) in
            try await assignments.assign.once(retry, by: caller, read)
        }
    }

    func delete(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        try await assignments.delete(exchange.id(.assignment), by: caller, expecting: exchange.expectedVersion)
        return .noContent
    }
}
