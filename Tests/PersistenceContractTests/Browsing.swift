import Application
import Domain

/// Goes through a list page by page, as a client does.
struct Browsing<Query: ListQuery> where Query.Key.Record: Equatable {
    let query: Query
    let list: @Sendable (Query) async throws(Failure) -> [Query.Key.Record]

    /// All pages of a size, from the first to the last.
    func forwards(by size: Int) async throws -> [[Query.Key.Record]] {
        var pages: [[Query.Key.Record]] = []
        var position: ListPosition<Query.Key>?
        repeat {
            let page = try await rows(size, from: position)
            pages.append(page)
            position = page.last.map { ListPosition(.after, $0, in: query.order) }
        } while pages.last?.count == size
        return pages
    }

    /// All pages of a size that stand before a record, from the nearest to the first.
    func backwards(by size: Int, from record: Query.Key.Record) async throws -> [[Query.Key.Record]] {
        var pages: [[Query.Key.Record]] = []
        var last = record
        repeat {
            let page = try await rows(size, from: ListPosition(.before, last, in: query.order))
            pages.append(page)
            last = page.first ?? last
        } while pages.last?.count == size
        return pages
    }

    /// One page.
    func rows(
        _ size: Int, from position: ListPosition<Query.Key>?
    ) async throws(Failure) -> [Query.Key.Record] {
        var part = query
        part.page = PageRequest(size: size, position: position)
        return try await list(part)
    }
}
