package import Application
import Domain

/// How many records a page holds.
struct PageSizeParameter: ParameterDeclaration {
    static let limits = 1...200

    let field = Field.pageSize
    let help = "How many records a page holds. When sent, the answer is a page with `next` and `previous`."
    var schema: Schema { .integer(PageSizeParameter.limits) }

    func read(_ text: String, _ check: inout FieldCheck) -> Int? {
        guard let size = Int(text.trimmed) else {
            check.refuse(field, .notAnInteger)
            return nil
        }
        let limits = PageSizeParameter.limits
        if size < limits.lowerBound { check.refuse(field, .tooSmall(minimum: limits.lowerBound)) }
        if size > limits.upperBound { check.refuse(field, .tooLarge(maximum: limits.upperBound)) }
        return size
    }
}

/// Where a page begins.
struct CursorParameter<Key: NamedSortKey>: ParameterDeclaration {
    let field = Field.cursor
    let help = "Where a page begins: taken from `next`, `previous` or `Link`, as it is."
    var schema: Schema { .text() }

    func read(_ text: String, _ check: inout FieldCheck) -> ListPosition<Key>? {
        let position = Cursor.position(text, Key.named)
        if position == nil { check.refuse(field, .malformedCursor) }
        return position
    }
}

/// Whether a page says how many records there are in all.
struct CountParameter: ParameterDeclaration {
    let field = Field.count
    let help = "`exact` counts all records that the filters leave, into the page's `count`."
    var schema: Schema { .choice(["exact"]) }

    func read(_ text: String, _ check: inout FieldCheck) -> Bool? {
        if text != "exact" { check.refuse(field, .filterNotAChoice(text)) }
        return true
    }
}

extension ParameterReader {
    /// Which part of a list is asked for.
    package mutating func page<Key: NamedSortKey>() -> PageRequest<Key> {
        var page = PageRequest<Key>()
        let size = value(PageSizeParameter())
        if let size { page.size = size }
        // Only a page has a place for a count.
        page.isCounted = value(CountParameter()) == true && size != nil
        page.position = value(CursorParameter<Key>())
        return page
    }
}

extension Parameter {
    /// What asks for a list page by page. A cursor is described alike whatever the order.
    package static let paging = [
        PageSizeParameter().parameter, CursorParameter<PatientSortKey>().parameter, CountParameter().parameter,
    ]
}
