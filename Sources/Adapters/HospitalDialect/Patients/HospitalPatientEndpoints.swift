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
        let page = try await patients.list(query, check: parameters.check, for: caller)
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
            answer(patient, .created, on: today)
        } make: { () async throws(Failure) in
            try await patients.register(by: caller, read)
        } once: { retry async throws(Failure) in
            try await patients.register.once(retry, by: caller, read)
        }
    }

    func find(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let patient = try await patients.find(exchange.id(.patient), for: caller)
        return answer(patient, .ok, on: exchange.today)
    }

    func change(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let sent = exchange.changeForm()
        let patient = try await patients.change(exchange.id(.patient), by: caller) { present throws(Failure) in
            var form = try sent.get()
            return form.hospitalPatient(over: present)
        }
        return .json {
            Shape.changedHospitalPatient.write(HospitalPatient(patient: patient, today: exchange.today), to: &$0)
        }
    }

    func delete(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        try await patients.delete(exchange.id(.patient), by: caller)
        return .noContent
    }

    private func answer(_ patient: Patient, _ status: HTTPResponse.Status, on today: CalendarDate) -> Answer {
        .json(status) { Shape.hospitalPatient.write(HospitalPatient(patient: patient, today: today), to: &$0) }
    }
}
