import Application
import Domain
import HTTPTypes

/// `/api/patients/`
struct PatientEndpoints: Sendable {
    let patients: PatientUseCases

    func list(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var parameters = ParameterReader(exchange.query)
        let query = parameters.patientQuery()
        let page = try await patients.list.inParts(query, check: parameters.check, for: caller)
        return .list(page, at: exchange.address, as: .patient)
    }

    func register(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let read = { () throws(Failure) in
            var form = try exchange.form()
            return form.patientForm(over: nil)
        }
        return try await exchange.create { patient in
            .record(EntityTag(version: patient.updatedAt), status: .created) { $0.patient(patient) }
        } make: { () async throws(Failure) in
            try await patients.register(by: caller, read)
        } once: { retry async throws(Failure) in
            try await patients.register.once(retry, by: caller, read)
        }
    }

    func find(_ exchange: Exchange, _ caller: PresumedCaller) async throws(Failure) -> Answer {
        let patient = try await patients.find(exchange.id(.patient), for: caller)
        return try exchange.answer(EntityTag(version: patient.updatedAt)) { $0.patient(patient) }
    }

    func change(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let sent = exchange.changeForm()
        let patient = try await patients.change(
            exchange.id(.patient), by: caller, expecting: exchange.expectedVersion
        ) { present throws(Failure) in
            var form = try sent.get()
            return form.patientForm(over: present)
        }
        return .record(EntityTag(version: patient.updatedAt)) { $0.patient(patient) }
    }

    func delete(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        try await patients.delete(exchange.id(.patient), by: caller, expecting: exchange.expectedVersion)
        return .noContent
    }
}
