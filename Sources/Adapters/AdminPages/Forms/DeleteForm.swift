import Domain

/// The question whether a record is to be deleted.
struct DeleteForm {
    let action: Address
    let cancel: Address
    let version: Instant
    /// What it is, and what goes with it.
    let about: HTML

    func html(_ request: PageRequest) -> HTML {
        let say = request.language
        return """
            <p>\(about)</p>
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
