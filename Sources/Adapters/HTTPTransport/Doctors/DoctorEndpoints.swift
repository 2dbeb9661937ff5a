import Application
import Domain
import HTTPTypes

/// `/api/doctors/`
struct DoctorEndpoints: Sendable {
    let doctors: DoctorUseCases

    func list(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var parameters = ParameterReader(exchange.query)
        let query = parameters.doctorQuery()
        let page = try await doctors.list(query, check: parameters.check)
        return .list(page, at: exchange.address) { $0.doctor($1) }
    }

    func register(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let doctor = try await doctors.register(by: caller) { () throws(Failure) in
            var form = try exchange.form()
            return form.doctorForm(over: nil)
        }
        return .json(.created) { $0.doctor(doctor) }
    }

    func find(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let doctor = try await doctors.find(exchange.id(.doctor))
        return .json { $0.doctor(doctor) }
    }

    func change(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let sent = exchange.changeForm()
        let doctor = try await doctors.change(exchange.id(.doctor), by: caller) { present throws(Failure) in
            var form = try sent.get()
            return form.doctorForm(over: present)
        }
        return .json { $0.doctor(doctor) }
    }

    func delete(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        try await doctors.delete(exchange.id(.doctor), by: caller)
        return .noContent
    }
}
