import Application
import Domain
import HTTPTransport
import HTTPTypes

/// The status, changed by one click.
extension AppointmentPages {
    func changeStatus(_ request: PageRequest) async throws(Failure) -> Answer {
        try await change(
            request.exchange.id(.appointment), to: request.form["status"] ?? "", expecting: request.expectedVersion,
            request)
    }

    /// The same by a button of the board.
    func takeStep(_ request: PageRequest) async throws(Failure) -> Answer {
        guard let step = VisitStep(request.form[VisitStep.field] ?? "") else { throw .notFound(.appointment) }
        return try await change(step.appointment, to: step.status, expecting: .oneOf([step.version]), request)
    }

    func returnStatus(_ request: PageRequest) async throws(Failure) -> Answer {
        try await standing(request.exchange.id(.appointment), nil, request)
    }

    func returnStep(_ request: PageRequest) async throws(Failure) -> Answer {
        guard let step = VisitStep(request.form[VisitStep.field] ?? "") else { throw .notFound(.appointment) }
        return try await standing(step.appointment, nil, request)
    }

    private func change(
        _ id: AppointmentID, to status: String, expecting version: ExpectedVersion, _ request: PageRequest
    ) async throws(Failure) -> Answer {
        do throws(Failure) {
            _ = try await appointments.change(id, by: request.caller, expecting: version) { present throws(Failure) in
                var reader = request.exchange.form(of: [FormPair(Field.status.name, status)])
                return reader.appointmentForm(over: present)
            }
            return request.leave(backTo: id)
        } catch {
            return try await standing(id, error, request)
        }
    }

    /// How an appointment stands now, after a change that could not be.
    ///
    /// - Parameter failure: what was in the way; `nil` for one that came back after signing in.
    /// - Throws: what says nothing about the change.
    func standing(
        _ id: AppointmentID, _ failure: Failure?, _ request: PageRequest, _ reasons: [String] = []
    ) async throws(Failure) -> Answer {
        let (notice, status) = try notice(about: failure, reasons, in: request.language)
        let (shown, say) = (try await shown(id, request), request.language)
        let date = request.time.date(shown.start)
        let row = VisitRow(shown: shown, now: clock.now(), date: date, request: request)
        let card = VisitBoard.card(id: "doctor", shown.doctorHTML(in: say), say.longDay(date), [row.html])
        let title = say(AppointmentPhrase.notChanged)
        let html: HTML = """
            \(PageHead(title: "\(title)").html(in: say))
            \(notice)
            <p>\(say(AppointmentPhrase.standsNow))</p>
            \(VisitBoard(next: request.next ?? AppointmentPages.address(id), request: request).html([card]))
            \(VisitBoard.menu(request))
            <p><a class="button" href="\(request.next ?? AppointmentPages.home)">\(say(ListPhrase.previous))</a></p>
            """
        return request.page(title, html, status: status)
    }

    private func notice(
        about failure: Failure?, _ reasons: [String], in language: Language
    ) throws(Failure) -> (HTML, HTTPResponse.Status) {
        switch failure {
        case nil: (Notice.warning(language(FormPhrase.draftBack)), .ok)
        case .outdated: (Notice.bad(language(FormPhrase.outdated)), .preconditionFailed)
        case .conflict(let conflict): (Notice.bad(language(conflict), reasons), .badRequest)
        case .invalid(let errors):
            (Notice.bad(errors.map { language($0.reason) }.joined(separator: " ")), .badRequest)
        case .some(let failure): throw failure
        }
    }
}
