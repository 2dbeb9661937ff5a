import Application
import Domain
import HTTPTransport
import HTTPTypes

/// `/hospital/api/patients/`
struct HospitalPatientEndpoints: Sendable {
    let patients: PatientUseCases

    func list(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var parameters = ParameterReader(exchange.query)
        var query = PatientQuery()
        query.ordering = [Ordering(.id)]
        query.page = parameters.page()
        let today = exchange.today
        let page = try await patients.list.inParts(query, check: parameters.check, for: caller)
        return .list(page, at: exchange.address) {
            Shape.hospitalPatient.write(HospitalPatient(patient: $1, today: today), to: &$0)
        }
    }

    func register(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let today = exchange.today
        let read = { () throws(Failure) in
            var form = try exchange.form()
            return form.hospitalPatient()
        }
        return try await exchange.create { patient in
            let person = HospitalPatient(patient: patient, today: today)
            return .record(person.tag, status: .created) { Shape.hospitalPatient.write(person, to: &$0) }
        } make: { () async throws(Failure) in
            try await patients.register(by: caller, read)
        } once: { retry async throws(Failure) in
            try await patients.register.once(retry, by: caller, read)
        }
    }

    func find(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let patient = try await patients.find(exchange.id(.patient), for: caller)
        let person = HospitalPatient(patient: patient, today: exchange.today)
        return try exchange.answer(person.tag) { Shape.hospitalPatient.write(person, to: &$0) }
    }

    func change(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let sent = exchange.changeForm()
        let patient = try await patients.change(
            exchange.id(.patient), by: caller, expecting: exchange.expectedVersion
        ) { present throws(Failure) in
            var form = try sent.get()
            return form.hospitalPatient(over: present)
        }
        let person = HospitalPatient(patient: patient, today: exchange.today)
        return .record(person.tag) { Shape.changedHospitalPatient.write(person, to: &$0) }
    }

    func delete(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        try await patients.delete(exchange.id(.patient), by: caller, expecting: exchange.expectedVersion)
        return .noContent
    }
}
