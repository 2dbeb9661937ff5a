package import Application
import Domain

extension ParameterReader {
    /// Which part of a list the parameters `page_size`, `cursor` and `count` ask for.
    package mutating func page<Key: NamedSortKey>(_ keys: [String: Key] = Key.named) -> PageRequest<Key> {
        var page = PageRequest<Key>()
        if let size = pageSize() { page.size = size }
        page.isCounted = isCounted()
        if let text = text(.cursor) {
            page.position = Cursor.position(text, keys)
            if page.position == nil { check.refuse(.cursor, .malformedCursor) }
        }
        return page
    }

    /// Text as sent; `nil` when there is none.
    private func text(_ field: Field) -> String? {
        guard let text = parameters[field.name], !text.isEmpty else { return nil }
        return text
    }

    private mutating func pageSize() -> Int? {
        guard let text = text(.pageSize) else { return nil }
        guard let size = Int(text.trimmed) else {
            check.refuse(.pageSize, .notAnInteger)
            return nil
        }
        if size < 1 { check.refuse(.pageSize, .tooSmall(minimum: 1)) }
        if size > ParameterReader.greatestPage {
            check.refuse(.pageSize, .tooLarge(maximum: ParameterReader.greatestPage))
        }
        return size
    }

    private mutating func isCounted() -> Bool {
        guard let text = text(.count) else { return false }
        if text != "exact" { check.refuse(.count, .filterNotAChoice(text)) }
        // Only a page has a place for it.
        return self.text(.pageSize) != nil
    }

    private static let greatestPage = 200
}
