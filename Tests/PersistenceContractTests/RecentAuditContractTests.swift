import Application
import Domain
import Testing

@Suite struct `The end of the audit trail` {
    @Test(arguments: Backend.available)
    func `is what was kept last, the newest first`(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            for patient in 1...5 { try await storage.note(.read(Int64(patient))) }

            let newest = try await storage.reads.audit.newestLinks(limit: 3)
            let all = try await storage.reads.audit.newestLinks(limit: 100)

            let inOrder = try await storage.reads.audit.links(after: nil, limit: 100)
            #expect(newest.map(\.link.entry.patients) == [[5], [4], [3]])
            #expect(all == inOrder.reversed())
        }
    }

    @Test(arguments: Backend.available)
    func `has links in places of chains, as far as there are any`(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            try await storage.note(.read(1), .read(2), .read(3))
            let links = try await storage.reads.audit.links(after: nil, limit: 100)
            let chain = links[0].link.chain
            let places = [2, 4, 99].map { ChainPlace(chain: chain, sequence: $0) }

            let found = try await storage.reads.audit.links(
                at: places + [ChainPlace(chain: ChainID(bits: 5), sequence: 2)])
            let none = try await storage.reads.audit.links(at: [])

            #expect(found.sorted { $0.id < $1.id } == [links[1], links[3]])
            #expect(none == [])
        }
    }

    @Test(arguments: Backend.available)
    func `has the newest head, which nobody waits for`(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            let none = try await storage.reads.audit.newestHead()
            for number in 1...2 {
                let head = AuditHead(
                    process: ChainID(bits: 1), number: Int64(number), at: .dawn, previous: .none, chains: [],
                    publicKey: [UInt8](repeating: 1, count: 32))
                let signed = SignedAuditHead(head: head, signature: [UInt8](repeating: 2, count: 64))
                try await storage.write { try await $0.audit.keep(signed) }
            }

            let newest = try await storage.reads.audit.newestHead()

            #expect(none == nil)
            #expect(newest == (try await storage.reads.audit.heads(after: 0, limit: 10).last))
        }
    }
}
