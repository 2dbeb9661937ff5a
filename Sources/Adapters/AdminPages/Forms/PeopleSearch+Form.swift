import Domain
import HTTPTransport

extension PeopleSearch {
    /// Whether a form names people by what was typed of their names, of whom one is to be chosen first.
    static func isNeeded(by request: PageRequest) -> Bool {
        [PersonKind.patient, .doctor].contains { kind in
            let text = request.form[kind.field.name] ?? ""
            return !text.isEmpty && Int64(text) == nil
        }
    }

    /// Finds the people whom a form's related fields name: by their numbers, or by what was typed of their names, of whom
    /// one is to be chosen then.
    ///
    /// - Returns: whether nobody has to be chosen any more.
    func name(_ form: inout RecordForm, for request: PageRequest) async throws(Failure) -> Bool {
        var isClear = true
        for kind in [PersonKind.patient, .doctor] {
            let text = form.values[kind.field]
            guard !text.isEmpty, var related = form.related[kind.field] else { continue }
            if let number = Int64(text) {
                // Whoever stands in the record is known already.
                if related.chosen?.number != number { related.chosen = try await person(kind, number, for: request) }
            } else {
                isClear = false
                let found = try await people(kind, text, for: request)
                (related.chosen, related.found, related.isCut) = (nil, found.choices, found.isCut)
                if found.choices.isEmpty {
                    form.errors.append(FieldError(kind.field, .filterNoSuchRecord))
                    form.notice = form.notice + Notice.bad(request.language(AppointmentPhrase.nobodyFound(text)))
                }
            }
            form.related[kind.field] = related
        }
        return isClear
    }
}
