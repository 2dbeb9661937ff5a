import Domain
import HTTPTransport

/// Where somebody is signed in, with a way to end it there.
struct OwnSessionList {
    let sessions: [Session]
    let request: PageRequest

    private var say: Language { request.language }

    var html: HTML {
        """
        <section class="card" aria-labelledby="sessions"><div class="card-head">\
        <h2 id="sessions">\(say(OwnAccountPhrase.sessions))</h2></div>
        <div class="table-wrap" tabindex="0" role="group" aria-labelledby="sessions"><table class="stacking">
        <thead><tr><th scope="col">\(say(OwnAccountPhrase.device))</th>\
        <th scope="col">\(say(OwnAccountPhrase.network))</th><th scope="col">\(say(OwnAccountPhrase.since))</th>\
        <th scope="col">\(say(OwnAccountPhrase.lastUsed))</th>\
        <th scope="col"><span class="visually-hidden">\(say(OwnAccountPhrase.end))</span></th></tr></thead>
        <tbody>\(sessions.map(row))</tbody></table></div></section>
        """
    }

    private func row(_ session: Session) -> HTML {
        let device = session.device.isEmpty ? say(OwnAccountPhrase.unknownDevice) : session.device
        return """
            <tr><th scope="row">\(device)</th>
            <td data-label="\(say(OwnAccountPhrase.network))">\(session.address?.text ?? "")</td>
            <td data-label="\(say(OwnAccountPhrase.since))">\(say.moment(session.startedAt, in: request.time))</td>
            <td data-label="\(say(OwnAccountPhrase.lastUsed))">\(say.moment(session.lastUsedAt, in: request.time))</td>
            <td>\(end(session, device))</td></tr>
            """
    }

    /// The session that asks is ended by signing out.
    private func end(_ session: Session, _ device: String) -> HTML {
        guard session.id != request.caller.session, let number = session.id.number else {
            return "<span class=\"badge badge-info\">\(say(OwnAccountPhrase.thisOne))</span>"
        }
        return """
            <form method="post" action="\(OwnAccountPages.endAddress(number))">\(request.csrfField)\
            <button class="button button-small">\(say(OwnAccountPhrase.end))\
            <span class="visually-hidden">: \(device)</span></button></form>
            """
    }
}
