import Application
import Domain
import HTTPTypes

/// The question whether a record is to be deleted.
struct DeleteForm {
    let action: Address
    let cancel: Address
    let version: Instant
    /// What it is.
    let about: HTML
    /// What is deleted with it.
    var goesAlong: Dependents?

    /// Whether somebody else saved the record after the question was asked that is answered now.
    private func isOutdated(_ request: PageRequest) -> Bool { request.shownVersion.map { $0 != version } ?? false }

    /// As the API answers it.
    func status(_ request: PageRequest) -> HTTPResponse.Status { isOutdated(request) ? .preconditionFailed : .ok }

    func html(_ request: PageRequest) -> HTML {
        let say = request.language
        return """
            \(HTML.when(isOutdated(request), Notice.bad(say(FormPhrase.changedMeanwhile))))
            <p>\(about)</p>
            \(goesAlong.map { "<p>\(say(DependentsPhrase($0)))</p>" } ?? .empty)
            <p>\(say(FormPhrase.deleteForGood))</p>
            <form class="form" method="post" action="\(action)">
            \(request.csrfField)
            \(RecordForm.versionField(version))
            <div class="form-end"><button class="button button-danger">\(say(FormPhrase.delete))</button>\
            <a class="button button-quiet" href="\(cancel)">\(say(FormPhrase.cancel))</a></div>
            </form>
            """
    }
}
