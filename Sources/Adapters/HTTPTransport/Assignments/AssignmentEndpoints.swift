import Application
import Domain
import HTTPTypes

/// `/api/mappings/`
struct AssignmentEndpoints: Sendable {
    let assignments: AssignmentUseCases

    func list(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var parameters = ParameterReader(exchange.query)
        let query = parameters.assignmentQuery()
        let page = try await assignments.list.inParts(query, check: parameters.check, for: caller)
        return .list(page, at: exchange.address, as: .assignment)
    }

    func listOfPatient(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var parameters = ParameterReader(exchange.query)
        var query = AssignmentQuery()
        query.page = parameters.page()
        let page = try await assignments.listOfPatient.inParts(
            exchange.id(.patient), query, check: parameters.check, for: caller)
        return .list(page, at: exchange.address) { $0.assignment($1) }
    }

    func assign(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let read = { () throws(Failure) in
            var form = try exchange.form()
            return form.assignmentForm(over: nil)
        }
        return try await exchange.create { assignment in
            .record(EntityTag(version: assignment.updatedAt), status: .created) { $0.assignment(assignment) }
        } make: { () async throws(Failure) in
            try await assignments.assign(by: caller, read)
        } once: { retry async throws(Failure) in
            try await assignments.assign.once(retry, by: caller, read)
        }
    }

    func find(_ exchange: Exchange, _ caller: PresumedCaller) async throws(Failure) -> Answer {
        let assignment = try await assignments.find(exchange.id(.assignment), for: caller)
        return try exchange.answer(EntityTag(version: assignment.updatedAt)) { $0.assignment(assignment) }
    }

    func change(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let id: AssignmentID = try exchange.id(.assignment)
        let sent = exchange.changeForm()
        let assignment = try await assignments.change(
            id, by: caller, expecting: exchange.expectedVersion
        ) { present throws(Failure) in
            var form = try sent.get()
            return form.assignmentForm(over: present)
        }
        return .record(EntityTag(version: assignment.updatedAt)) { $0.assignment(assignment) }
    }

    func delete(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        try await assignments.delete(exchange.id(.assignment), by: caller, expecting: exchange.expectedVersion)
        return .noContent
    }
}
