public import Domain

/// The whole audit trail page by page, for checks and exports: all heads, then all links. Heads come first, since what
/// they tell of is kept already; what is written meanwhile may or may not be among the links.
public struct AuditPages: Sendable {
    private let audit: any AuditReader
    private var lastHead: Int64? = .min
    private var lastPlace: AuditPlace?
    private let size: Int

    public init(of storage: any Storage, size: Int = 1000) {
        audit = storage.reads.audit
        self.size = size
    }

    /// A part of the trail.
    public enum Page: Sendable {
        case heads([KeptAuditHead])
        case links([KeptChainLink])
    }

    /// - Returns: `nil` after the last page.
    public mutating func next() async throws(Failure) -> Page? {
        if let lastHead {
            let page = try await audit.heads(after: lastHead, limit: size)
            self.lastHead = page.last?.id
            if !page.isEmpty { return .heads(page) }
        }
        let page = try await audit.links(after: lastPlace, limit: size)
        guard let last = page.last else { return nil }
        lastPlace = last.place
        return .links(page)
    }
}

extension AuditVerifier {
    /// Checks the trail of a storage.
    ///
    /// - Parameter progress: told after each page how many events were checked.
    public mutating func verify(
        _ storage: any Storage, progress: (Int) -> Void = { _ in }
    ) async throws(Failure) -> AuditReport {
        var pages = AuditPages(of: storage)
        while let page = try await pages.next() {
            switch page {
            case .heads(let heads): for head in heads { take(head) }
            case .links(let links): for kept in links { take(kept.link) }
            }
            progress(count)
        }
        take(wronglyIndexed: try await storage.reads.audit.wronglyIndexed())
        take(impossible: try await storage.reads.audit.impossible())
        return finish()
    }
}
