import Application
import Domain
import HTTPTransport

/// What a list is asked for, with the people whom its filters name.
struct ListQuestion: Sendable {
    /// The parameters without those that name nobody for sure.
    let parameters: QueryParameters
    /// Whom filters name.
    var people: [Field: RelatedField.Choice] = [:]
    /// Who may be meant by a name that was typed, where a number was to be.
    var found: [Field: PeopleSearch.Found] = [:]

    /// Whether it is known who is meant.
    var isClear: Bool { found.isEmpty }

    /// Numbers name people; a text, which comes from where no script is, finds those who may be meant.
    init(_ request: PageRequest, _ filters: [ListFilter], _ search: PeopleSearch) async throws(Failure) {
        var unclear: Set<String> = []
        for filter in filters {
            guard case .person(let kind) = filter.kind, let text = request.address[filter.field.name] else { continue }
            if let number = Int64(text) {
                people[filter.field] = try await search.person(kind, number, for: request)
            } else {
                found[filter.field] = try await search.people(kind, text, for: request)
                unclear.insert(filter.field.name)
            }
        }
        parameters = request.exchange.query.without(unclear)
    }

    /// Links to the list for each of those who may be meant.
    func choices(at address: Address, in language: Language) -> HTML {
        let parts = found.map { field, found in
            let links = found.choices.map { choice in
                let one = address.with("cursor", nil).with(field.name, String(choice.number))
                return """
                    <li><span class="person"><a class="person-name" href="\(one)">\(choice.name)</a> \
                    <span class="person-marks">\(choice.marks)</span></span></li>
                    """ as HTML
            }
            return """
                <p>\(language(field)): \(language(links.isEmpty ? ListPhrase.nobodyFound : .which))</p>\
                <ul>\(links)</ul>\(HTML.when(found.isCut, "<p>\(language(found.note))</p>"))
                """ as HTML
        }
        return HTML.when(!parts.isEmpty, "<div class=\"card\">\(parts)</div>")
    }
}
