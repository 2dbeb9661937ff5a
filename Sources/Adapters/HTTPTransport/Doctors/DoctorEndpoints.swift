import Application
import Domain
import HTTPTypes

/// `/api/doctors/`
struct DoctorEndpoints: Sendable {
    let doctors: DoctorUseCases

    func list(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var parameters = ParameterReader(exchange.query)
        let query = parameters.doctorQuery()
        let page = try await doctors.list.inParts(query, check: parameters.check, for: caller)
        return .list(page, at: exchange.address, as: .doctor)
    }

    func register(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let read = { () throws(Failure) in
            var form = try exchange.form()
            return form.doctorForm(over: nil)
        }
        return try await exchange.create { doctor in
            .record(EntityTag(version: doctor.updatedAt), status: .created) { $0.doctor(doctor) }
        } make: { () async throws(Failure) in
            try await doctors.register(by: caller, read)
        } once: { retry async throws(Failure) in
            try await doctors.register.once(retry, by: caller, read)
        }
    }

    func find(_ exchange: Exchange, _ caller: PresumedCaller) async throws(Failure) -> Answer {
        let doctor = try await doctors.find(exchange.id(.doctor), for: caller)
        return try exchange.answer(EntityTag(version: doctor.updatedAt)) { $0.doctor(doctor) }
    }

    func change(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let sent = exchange.changeForm()
        let doctor = try await doctors.change(
            exchange.id(.doctor), by: caller, expecting: exchange.expectedVersion
        ) { present throws(Failure) in
            var form = try sent.get()
            return form.doctorForm(over: present)
        }
        return .record(EntityTag(version: doctor.updatedAt)) { $0.doctor(doctor) }
    }

    func delete(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        try await doctors.delete(exchange.id(.doctor), by: caller, expecting: exchange.expectedVersion)
        return .noContent
    }
}
