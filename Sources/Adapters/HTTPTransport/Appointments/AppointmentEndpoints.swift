import Application
import Domain
import HTTPTypes

/// `/api/appointments/`
struct AppointmentEndpoints: Sendable {
    let appointments: AppointmentUseCases

    func list(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var parameters = ParameterReader(exchange.query)
        let query = parameters.appointmentQuery()
        let page = try await appointments.list.inParts(query, check: parameters.check, for: caller)
        return .list(page, at: exchange.address, as: .appointment)
    }

    func book(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let read = { () throws(Failure) in
            var form = try exchange.form()
            return form.appointmentForm(over: nil)
        }
        return try await exchange.create { appointment in
            .record(EntityTag(version: appointment.updatedAt), status: .created) { $0.appointment(appointment) }
        } make: { () async throws(Failure) in
            try await appointments.book(by: caller, read)
        } once: { retry async throws(Failure) in
            try await appointments.book.once(retry, by: caller, read)
        }
    }

    func find(_ exchange: Exchange, _ caller: PresumedCaller) async throws(Failure) -> Answer {
        let appointment = try await appointments.find(exchange.id(.appointment), for: caller)
        return try exchange.answer(EntityTag(version: appointment.updatedAt)) { $0.appointment(appointment) }
    }

    func change(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let id: AppointmentID = try exchange.id(.appointment)
        let sent = exchange.changeForm()
        let appointment = try await appointments.change(
            id, by: caller, expecting: exchange.expectedVersion
        ) { present throws(Failure) in
            var form = try sent.get()
            return form.appointmentForm(over: present)
        }
        return .record(EntityTag(version: appointment.updatedAt)) { $0.appointment(appointment) }
    }

    func delete(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        try await appointments.delete(exchange.id(.appointment), by: caller, expecting: exchange.expectedVersion)
        return .noContent
    }
}
