import Application
import Domain
import HTTPTransport
import HTTPTypes

/// The status, changed by one click.
extension AppointmentPages {
    func changeStatus(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: AppointmentID = try request.exchange.id(.appointment)
        if request.isDraft { return try await standing(id, nil, request) }
        let status = request.form.filter { $0.name == Field.status.name }
        do throws(Failure) {
            _ = try await appointments.change(id, by: request.caller, expecting: request.expectedVersion) {
                present throws(Failure) in
                var reader = request.exchange.form(of: status)
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
        let row = VisitRow(
            shown: shown, now: clock.now(), next: request.next ?? AppointmentPages.address(id), request: request)
        let day = say.longDay(request.time.date(shown.start))
        let title = say(AppointmentPhrase.notChanged)
        let html: HTML = """
            \(PageHead(title: "\(title)").html(in: say))
            \(notice)
            <p>\(say(AppointmentPhrase.standsNow))</p>
            <div class="board"><section class="card" aria-labelledby="doctor"><div class="card-head">\
            <h2 id="doctor">\(shown.doctorHTML(in: say))</h2><span class="soft small last">\(day)</span></div>
            <ol class="visits" data-rows>\(row.html)</ol></section></div>
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
