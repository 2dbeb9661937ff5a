import Domain
import HTTPTransport
import HTTPTypes

/// A form for a record: its fields in groups, what is wrong with them, and what somebody else saved meanwhile.
struct RecordForm: Sendable {
    /// Fields under a heading.
    struct Group: Sendable {
        let title: any Phrase
        let fields: [any FieldDeclaration]
    }

    let groups: [Group]
    let action: Address
    /// Where somebody goes who wants none of it; `nil` where the form stands among other things.
    var cancel: Address?
    /// On the button that sends it, where that is not "Save".
    var submit: (any Phrase)?
    /// What browsers may fill in, as WHATWG HTML, 4.10.18.7, names it; nothing elsewhere.
    var autocompletes: [Field: String] = [:]
    var values = FormValues()
    /// The version that the form shows; `nil` for a new record.
    var version: Instant?
    var errors: [FieldError] = []
    /// A rule across fields that stands against it.
    var conflict: Conflict?
    /// What stands now, where somebody else saved first.
    var present: FormValues?
    var isDraft = false
    /// Whether the caller may not do all of what was typed.
    var isRefused = false
    /// What is shown of the record, but not to be written by whoever sees it.
    var readOnly: Set<Field> = []
    /// The name of a form that makes a record, by which it is known when it is sent again; `nil` for others.
    var key: String?
    /// Whether it made a record before, with other entries.
    var isUsed = false
    /// Those fields that name other records.
    var related: [Field: RelatedField] = [:]
    /// What travels along unseen.
    var hidden: [FormPair] = []
    /// What stands above the fields.
    var notice = HTML.empty
    /// Buttons besides the one that saves.
    var buttons = HTML.empty

    var fields: [any FieldDeclaration] { groups.flatMap(\.fields).filter { !readOnly.contains($0.field) } }

    /// Puts what was typed in the place of what stands in the record. When the record is not the one any more that the
    /// form showed, what stands now is shown beside it, and saving again means the record as it stands now.
    mutating func take(_ request: PageRequest) {
        if let version, request.shownVersion != version { present = values }
        var typed = FormValues(request.form)
        for field in readOnly { typed[field] = values[field] }
        values = typed
        isDraft = request.isDraft
    }

    /// The same with what a failure says about it.
    ///
    /// - Throws: what says nothing about a form.
    func refused(_ failure: Failure) throws(Failure) -> RecordForm {
        var form = self
        switch failure {
        case .invalid(let errors): form.errors = errors
        case .conflict(let conflict):
            if let field = conflict.field {
                form.errors = [FieldError(field, .taken(conflict))]
            } else {
                form.conflict = conflict
            }
        case .retried(.otherRequest): form.isUsed = true
        case .notAllowed: form.isRefused = true
        case .unreadable, .notFound, .notSignedIn, .throttled, .dutyFirst, .outdated, .retried(.stillRunning), .busy,
            .unavailable:
            throw failure
        }
        return form
    }

    /// As the API answers what is wrong with it.
    var status: HTTPResponse.Status {
        if isRefused { return .forbidden }
        if present != nil { return .preconditionFailed }
        if isUsed { return .conflict }
        return errors.isEmpty && conflict == nil ? .ok : .badRequest
    }

    /// Whether it holds what somebody typed and nobody saved.
    private func comesBack(to request: PageRequest) -> Bool {
        let isCalledBack = isDraft || isRefused || isUsed || present != nil || conflict != nil || !errors.isEmpty
        let isAsked = !notice.isEmpty || related.values.contains { !$0.found.isEmpty }
        return !request.form.isEmpty && (isCalledBack || isAsked)
    }

    func html(_ request: PageRequest) -> HTML {
        let say = request.language
        return """
            \(HTML.when(isDraft, Notice.warning(say(FormPhrase.draftBack))))
            \(HTML.when(isRefused, Notice.bad(say(FormPhrase.refused))))
            \(HTML.when(isUsed, Notice.warning(say(FormPhrase.usedBefore))))
            \(ErrorSummary(errors: errors, conflict: conflict, language: say).html)
            \(difference(in: say))
            \(notice)
            <form class="form" method="post" action="\(action)" data-keep\
            \(HTML.when(comesBack(to: request), " data-changed")) novalidate>
            \(request.csrfField)
            \(keyField(request))
            \(version.map(RecordForm.versionField) ?? .empty)
            \(hidden.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.text)\">" as HTML })
            \(groups.map { html($0, in: say) })
            <div class="form-end"><button class="button button-primary">\
            \(submitText(in: say))</button>\(buttons)\(cancelLink(in: say))</div>
            </form>
            """
    }

    private func keyField(_ request: PageRequest) -> HTML {
        guard let key else { return .empty }
        return """
            <input type="hidden" name="\(PageRequest.formKeyName)" value="\(isUsed ? request.newFormKey : key)">
            """
    }

    private func submitText(in language: Language) -> String {
        present != nil ? language(FormPhrase.saveMine) : submit.map(language.text) ?? language(FormPhrase.save)
    }

    private func cancelLink(in language: Language) -> HTML {
        guard let cancel else { return .empty }
        return "<a class=\"button button-quiet\" href=\"\(cancel)\">\(language(FormPhrase.cancel))</a>"
    }

    /// The version that a form shows, hidden in it.
    static func versionField(_ version: Instant) -> HTML {
        "<input type=\"hidden\" name=\"updated_at\" value=\"\(version.microseconds)\">"
    }

    private func html(_ group: Group, in language: Language) -> HTML {
        let fields = group.fields.map { html($0, in: language) }
        return
            "<fieldset><legend>\(language.text(group.title))</legend><div class=\"fields\">\(fields)</div></fieldset>"
    }

    private func html(_ declaration: any FieldDeclaration, in language: Language) -> HTML {
        let value = values[declaration.field]
        if readOnly.contains(declaration.field) {
            return ReadOnlyField(declaration: declaration, value: value, language: language).html
        }
        let reasons = errors.filter { $0.field == declaration.field }.map { language($0.reason) }
        if let related = related[declaration.field] {
            return RelatedFieldView(
                declaration: declaration, related: related, value: value, errors: reasons, language: language
            ).html
        }
        return FieldView(
            declaration: declaration, value: value, errors: reasons, language: language,
            autocomplete: autocompletes[declaration.field] ?? "off"
        ).html
    }

    private func difference(in language: Language) -> HTML {
        guard let present else { return .empty }
        return Notice.bad(language(FormPhrase.outdated))
            + DifferenceTable(fields: fields, present: present, typed: values, language: language).html
    }
}

extension Language {
    /// The same for a text whose kind is known only as it runs.
    func text(_ phrase: any Phrase) -> String { self(phrase) }
}

extension RecordForm.Group {
    /// - Parameters:
    ///   - names: the fields, in the order in which the form has them; those that are not declared are left out.
    ///   - declarations: what is known of them.
    init(_ title: any Phrase, _ names: [Field], of declarations: [any FieldDeclaration]) {
        self.title = title
        fields = names.compactMap { name in declarations.first { $0.field == name } }
    }
}
